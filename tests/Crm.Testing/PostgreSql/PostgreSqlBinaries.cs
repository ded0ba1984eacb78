using System.Globalization;

namespace Crm.Testing.PostgreSql;

/// <summary>The installed programs of one PostgreSQL version.</summary>
internal sealed record PostgreSqlBinaries(string Folder)
{
    private const string DebianFolder = "/usr/lib/postgresql";

    public string this[string program] => Path.Combine(Folder, program);

    /// <summary>The folder of initdb on PATH, else the newest version in Debian's place; null when no server can run here.</summary>
    public static PostgreSqlBinaries? Find(out string missing)
    {
        missing = "no initdb on PATH or in /usr/lib/postgresql/*/bin.";
        if (OperatingSystem.IsWindows())
        {
            missing = "private servers run on Unix only.";
            return null;
        }

        if (Environment.IsPrivilegedProcess && !File.ReadLines("/etc/passwd").Any(line => line.StartsWith("postgres:", StringComparison.Ordinal)))
        {
            missing = "PostgreSQL refuses to run as root, and there is no account postgres to run it.";
            return null;
        }

        var onPath = (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, "initdb"))
            .Where(File.Exists)
            .Select(Resolve);

        return onPath.Concat(Debian())
            .Where(folder => File.Exists(Path.Combine(folder, "postgres")) && File.Exists(Path.Combine(folder, "psql")))
            .Select(folder => new PostgreSqlBinaries(folder))
            .FirstOrDefault();
    }

    // A link on PATH stands alone; the server and psql of the same version are beside its target.
    private static string Resolve(string initdb) =>
        Path.GetDirectoryName(File.ResolveLinkTarget(initdb, returnFinalTarget: true)?.FullName ?? initdb)!;

    private static IEnumerable<string> Debian() => Directory.Exists(DebianFolder)
        ? Directory.GetDirectories(DebianFolder)
            .OrderByDescending(folder => double.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var version) ? version : 0)
            .Select(folder => Path.Combine(folder, "bin"))
        : [];
}
