namespace Crm.Samples.Console.CommandLine;

/// <summary>What the command says to its caller.</summary>
internal enum ExitStatus
{
    Done = 0,

    /// <summary>The CRM refused; the reasons are printed, coded.</summary>
    Refused = 1,

    WrongUsage = 2,

    /// <summary>A file or database cannot be used; file, row and column are named.</summary>
    UnusableInput = 3,
}
