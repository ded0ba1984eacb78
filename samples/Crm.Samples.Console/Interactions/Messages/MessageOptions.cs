using System.CommandLine;
using Crm.Domain.Interactions;
using Crm.Domain.Values;
using Crm.Samples.Console.CommandLine;

namespace Crm.Samples.Console.Interactions;

/// <summary>What the commands for templates and messages read alike.</summary>
internal static class MessageOptions
{
    public static ChannelKey Channel(string text)
    {
        try
        {
            return new ChannelKey(text);
        }
        catch (ArgumentException)
        {
            throw CommandFailure.Usage($"--channel {text}: a channel such as email, sms, fax or letter is expected.");
        }
    }

    public static LanguageTag? Language(string? text) => text is null ? null
        : LanguageTag.TryParse(text, out var language) ? language
        : throw CommandFailure.Usage($"--language {text}: a language such as it or de-AT is expected.");

    /// <summary>A text, or the file that it stands in: <c>@file</c>, or <c>-</c> for standard input.</summary>
    public static async Task<string?> TextAsync(string? text, CancellationToken cancellationToken)
    {
        try
        {
            return text is null or { Length: 0 } ? text
                : text == "-" ? await System.Console.In.ReadToEndAsync(cancellationToken)
                : text[0] == '@' ? await File.ReadAllTextAsync(text[1..], cancellationToken)
                : text;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw CommandFailure.Input("FileUnusable", exception.Message, text![1..], inner: exception);
        }
    }

    /// <summary>Names and texts for a template: <c>name=text</c>.</summary>
    public static TemplateValues Values(string[]? pairs)
    {
        var values = new TemplateValues();
        foreach (var pair in pairs ?? [])
        {
            _ = pair.Split('=', 2) is [{ Length: > 0 } name, var text] ? values.Set(name, text) : throw CommandFailure.Usage($"--value {pair}: NAME=TEXT is expected.");
        }

        return values;
    }

    public static Option<string[]> ValueOption() => new("--value") { Description = "A value, NAME=TEXT; again for others." };
}
