using System.Diagnostics;
using System.Text.Json;

namespace Crm.Samples.Tests.Console;

/// <summary>One run of the <c>crm</c> command as a process: what it printed and how it ended.</summary>
internal sealed record CrmRun(int ExitCode, string Output, string Errors)
{
    /// <summary>The document of a run with <c>--json</c>.</summary>
    public JsonElement Json => JsonDocument.Parse(Output).RootElement;

    public static async Task<CrmRun> RunAsync(string folder, string[] args, string? input = null)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "crm.dll"));
        Array.ForEach(args, start.ArgumentList.Add);
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new CrmRun(process.ExitCode, await output, await errors);
    }

    /// <summary>A run that is expected to succeed, with its JSON.</summary>
    public static async Task<JsonElement> JsonAsync(string folder, params string[] args)
    {
        var run = await RunAsync(folder, [.. args, "--json"]);
        run.ExitCode.Should().Be(0, run.Errors);
        run.Errors.Should().BeEmpty();
        return run.Json;
    }
}
