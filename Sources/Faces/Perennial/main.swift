import Commands

PerennialCommand.main()
