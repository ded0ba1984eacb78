using System.CommandLine;
using Crm.Domain.Sales;
using Crm.Domain.Values;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Hosting;
using Crm.Samples.Console.Output;

namespace Crm.Samples.Console.Sales;

/// <summary><c>crm quote document</c>: the document that a customer gets.</summary>
internal static class QuoteDocumentCommand
{
    public static Command Create(Argument<string> key)
    {
        var output = new Option<string>("--out") { Description = "The file to write.", Required = true, HelpName = "FILE" };
        var language = new Option<string?>("--language") { Description = "The language; the customer's when left out." };
        var revision = new Option<int?>("--revision") { Description = "The number of the revision; the current one when left out." };
        var issuer = new Option<string[]>("--issuer") { Description = "In whose name it goes out; repeat it for the lines under the name." };
        var token = new Option<string?>("--token") { Description = "The token that sending gave, for the link." };
        var address = new Option<string?>("--answer-address") { Description = "Where the customer answers, with {token} in it.", HelpName = "URL" };
        return new Command("document", "Write the document of a quote as an HTML page.").With(key, output, language, revision, issuer, token, address).Does((run, cancellation) => run.WithCrmAsync(
            async session =>
            {
                Configure(session.Get<QuoteOptions>(), run.Get(issuer) ?? [], run.Get(address));
                var quote = await QuoteCommands.FindAsync(run, session, cancellation);
                var request = new QuoteDocumentRequest { Language = Language(run.Get(language)), Revision = run.Get(revision), Token = run.Get(token) };
                var file = await session.Get<QuoteDocuments>().RenderAsync(quote.Id, request, cancellation).OrFail();
                var path = run.Get(output)!;
                await WriteAsync(path, file.Content, cancellation);
                run.Output.Write(
                    new { Out = path, file.Name, file.ContentType, Bytes = file.Content.Length, Number = quote.Number.Value, Revision = request.Revision ?? quote.Revision },
                    report => report.Line($"Written: {path} ({file.Content.Length} bytes)"));
            },
            cancellation));
    }

    private static void Configure(QuoteOptions options, string[] issuer, string? address)
    {
        try
        {
            options.Issuer = issuer is [var name, .. var lines] ? new QuoteIssuer(name) { Lines = lines } : options.Issuer;
            options.AnswerAddress = address ?? options.AnswerAddress;
        }
        catch (ArgumentException wrong)
        {
            throw CommandFailure.Usage(wrong.Message.Split(" (Parameter")[0]);
        }
    }

    private static LanguageTag? Language(string? text) => text is null ? null
        : LanguageTag.TryParse(text, out var tag) ? tag
        : throw CommandFailure.Usage($"--language {text}: a language such as it or de-AT was expected.");

    private static async Task WriteAsync(string path, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        try
        {
            await File.WriteAllBytesAsync(path, content, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw CommandFailure.Input("FileUnusable", exception.Message, path, inner: exception);
        }
    }
}
