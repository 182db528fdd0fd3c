import Plan
import SourceText

func planOf(_ files: [SourceFile]) -> Plan { Plan() }
