import ArgumentParser
import Commands

PerennialCommand.main()
