using System.CommandLine;
using Crm.Domain.Interactions;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Input;

namespace Crm.Samples.Console.Interactions;

/// <summary><c>crm reply-text FILE…</c>: what the authors of mails wrote. Needs no database.</summary>
internal static class ReplyTextCommand
{
    // A picture or a program has more of them than the odd one of a broken mail.
    private const int MaxControlsPerText = 20;

    public static Command Create()
    {
        var files = new Argument<string[]>("FILE") { Description = "Plain texts of mails, one a file; - for stdin.", Arity = ArgumentArity.OneOrMore };
        return new Command("reply-text", "Tell what the author of a mail wrote from what was quoted and signed.").With(files).Does((run, _) =>
        {
            var read = run.Get(files).Select(TextSource.Of).Select(source => (source.Name, Text: ReplyText.Read(MailFile.BodyOf(Read(source))))).ToList();
            run.Output.Write(
                new { Files = read.Select(file => new { File = file.Name, file.Text.Visible, file.Text.Hidden }) },
                report =>
                {
                    foreach (var (name, text) in read)
                    {
                        report.Heading(name).Line(text.Visible).Line();
                    }
                });
            return Task.CompletedTask;
        });
    }

    private static string Read(TextSource source)
    {
        var text = source.WithUsualEncoding().Read(reader => reader.ReadToEnd());
        var controls = text.Count(c => char.IsControl(c) && c < ' ' && !char.IsWhiteSpace(c) && c != '\u001B');
        return text.Contains('\0') || controls * MaxControlsPerText > text.Length ? throw CommandFailure.Input("FileUnusable", "This is no text.", source.Name) : text;
    }
}
