using System.CommandLine;

namespace Crm.Samples.Console.CommandLine;

/// <summary>The options that every command understands.</summary>
internal static class CommonOptions
{
    public const string DefaultDatabase = "crm.db";

    public static readonly Option<bool> Json = new("--json") { Description = "Print one JSON document and nothing else.", Recursive = true };

    public static readonly Option<string> Database = new("--db")
    {
        Description = "A SQLite file, created when missing, or a PostgreSQL connection string (\"Host=…\").",
        HelpName = "FILE|Host=…",
        DefaultValueFactory = _ => DefaultDatabase,
        Recursive = true,
    };

    public static readonly Option<bool> Debug = new("--debug") { Description = "Print the stack trace of a failure.", Recursive = true };
}
