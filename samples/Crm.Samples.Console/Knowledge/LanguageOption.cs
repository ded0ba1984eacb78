using Crm.Domain.Values;
using Crm.Samples.Console.CommandLine;

namespace Crm.Samples.Console.Knowledge;

/// <summary>Reads languages of the command line.</summary>
internal static class LanguageOption
{
    public static LanguageTag Read(string text) =>
        LanguageTag.TryParse(text, out var tag) ? tag : throw CommandFailure.Usage($"--language {text}: a tag such as en is expected.");
}
