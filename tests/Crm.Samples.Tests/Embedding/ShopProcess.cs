using System.Diagnostics;

namespace Crm.Samples.Tests.Embedding;

/// <summary>The embedding sample, run as a person runs it.</summary>
internal static class ShopProcess
{
    public static async Task<(int ExitCode, string Output)> RunAsync(string database, string folder)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "Crm.Samples.Embedding.dll"), "--db", database },
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await errors);
    }
}
