import { z } from 'zod'
import { dutchFaults } from '../shared/dutch-faults.ts'

// Import once at the start of the app. The Content-Security-Policy forbids the code that Zod would otherwise compile.
z.config({ jitless: true, customError: dutchFaults })
