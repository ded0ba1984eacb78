using System.Diagnostics;
using System.Globalization;

namespace Crm.Testing.PostgreSql;

/// <summary>psql, so that this library needs no database driver.</summary>
internal sealed class PostgreSqlClient(PostgreSqlBinaries binaries, int port)
{
    public async Task<string> ExecuteAsync(string database, string sql)
    {
        var start = new ProcessStartInfo(binaries["psql"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        string[] arguments =
        [
            "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-h", "127.0.0.1",
            "-p", port.ToString(CultureInfo.InvariantCulture), "-U", "postgres", "-d", database, "-f", "-",
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        PostgreSqlProcess.ClearSettings(start);
        using var psql = Process.Start(start)!;
        var output = psql.StandardOutput.ReadToEndAsync();
        var errors = psql.StandardError.ReadToEndAsync();
        try
        {
            await psql.StandardInput.WriteAsync(sql);
            psql.StandardInput.Close();
        }
        catch (IOException)
        {
            // psql ended before it read: its exit code and its own words say why.
        }

        await psql.WaitForExitAsync();

        return psql.ExitCode == 0
            ? (await output).TrimEnd('\n')
            : throw new InvalidOperationException($"psql refused: {(await errors).Trim()}");
    }
}
