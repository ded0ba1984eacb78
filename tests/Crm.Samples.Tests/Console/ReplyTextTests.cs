using Crm.Testing;

namespace Crm.Samples.Tests.Console;

public sealed class ReplyTextTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task ReplyText_OfFiles_GivesVisibleAndHiddenOfEach()
    {
        File("a.txt", "Yes, please.\r\n\r\nOn 12 Nov 2026, at 10:05, Ada <ada@shop.example> wrote:\r\n> Shall we?\r\n");
        File("b.txt", "Ja.\n-- \nMax\n");

        var files = (await CrmRun.JsonAsync(_folder.Path, "reply-text", "a.txt", "b.txt")).GetProperty("files").EnumerateArray().ToList();

        files.Select(file => (file.GetProperty("file").GetString(), file.GetProperty("visible").GetString(), file.GetProperty("hidden").GetString())).Should().Equal(
            ("a.txt", "Yes, please.", "On 12 Nov 2026, at 10:05, Ada <ada@shop.example> wrote:\n> Shall we?"),
            ("b.txt", "Ja.", "-- \nMax"));
        Directory.GetFiles(_folder.Path, "*.db").Should().BeEmpty();
    }

    [Theory]
    [InlineData("Return-Path: <max@example.org>\nReceived: from a\n by b\nSubject: Re: x\n\nYes.\n", "Yes.")]
    [InlineData("From max@example.org Thu Nov 12 10:05:00 2026\nFrom: Max <max@example.org>\nDate: Thu, 12 Nov 2026 10:05:00 +0000\nX-Odd:\n\nYes.\n\nDate: none\n", "Yes.\n\nDate: none")]
    [InlineData("Note: mind the step.\nTo: do\n\nYes.\n", "Note: mind the step.\nTo: do\n\nYes.")]
    [InlineData("From: Max <max@example.org>\nSent: Thursday, 12 November 2026\nTo: Ada\nSubject: x\n\nYes.\n", "Yes.")]
    [InlineData("Hello,\nFrom: here\n\nYes.\n", "Hello,\nFrom: here\n\nYes.")]
    public async Task ReplyText_FromStdin_SkipsTheHeadersOfMails(string mail, string visible)
    {
        var run = await CrmRun.RunAsync(_folder.Path, ["reply-text", "-", "--json"], mail);

        run.Json.GetProperty("files")[0].GetProperty("visible").GetString().Should().Be(visible);
    }

    [Fact]
    public async Task ReplyText_ForPeople_PrintsTheVisibleText()
    {
        File("a.txt", "Yes.\n\nSent from my iPhone\n");

        (await CrmRun.RunAsync(_folder.Path, ["reply-text", "a.txt"])).Output.ReplaceLineEndings("\n").Should().StartWith("a.txt\nYes.\n").And.NotContain("iPhone");
    }

    [Fact]
    public async Task ReplyText_OfWhatIsNoText_IsSaidWithStatus3()
    {
        System.IO.File.WriteAllBytes(Path.Combine(_folder.Path, "a.png"), [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13]);

        foreach (var (file, code) in new[] { ("a.png", "FileUnusable"), ("missing.txt", "FileMissing"), (".", "FileMissing") })
        {
            var run = await CrmRun.RunAsync(_folder.Path, ["reply-text", file, "--json"]);
            run.ExitCode.Should().Be(3);
            var error = run.Json.GetProperty("errors")[0];
            (error.GetProperty("code").GetString(), error.GetProperty("file").GetString()).Should().Be((code, file));
        }

        (await CrmRun.RunAsync(_folder.Path, ["reply-text"])).ExitCode.Should().Be(2);
    }

    private void File(string name, string text) => System.IO.File.WriteAllText(Path.Combine(_folder.Path, name), text);
}
