using Crm.Domain.Knowledge;
using Crm.Domain.Values;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Hosting;
using NodaTime;
using NodaTime.Text;

namespace Crm.Samples.Console.Knowledge;

/// <summary>What the commands for knowledge items read alike.</summary>
internal static class KnowledgeOptionTexts
{
    public const string Keys = "The article's id.";

    public static IReadOnlyDictionary<string, Audience> Audiences { get; } = Names<Audience>();

    public static IReadOnlyDictionary<string, KnowledgeKind> Kinds { get; } = Names<KnowledgeKind>();

    public static IReadOnlyDictionary<string, KnowledgeStatus> Statuses { get; } = Names<KnowledgeStatus>();

    public static IReadOnlyDictionary<string, KnowledgeConfidence> Confidences { get; } = Names<KnowledgeConfidence>();

    public static IReadOnlyDictionary<string, KnowledgeGovernance> Governances { get; } = Names<KnowledgeGovernance>();

    public static T? Choice<T>(string? text, string option, IReadOnlyDictionary<string, T> choices)
        where T : struct => text?.OneOf(option, choices);

    public static LanguageTag Language(string text) => LanguageTag.TryParse(text, out var tag) ? tag : throw CommandFailure.Usage($"--language {text}: a tag such as en is expected.");

    public static Instant? Moment(string option, string? text) => text is null ? null
        : InstantPattern.ExtendedIso.Parse(text).TryGetValue(default, out var at) ? at
        : throw CommandFailure.Usage($"{option} {text}: an instant such as 2026-12-01T08:00:00Z is expected.");

    public static KnowledgeItemId Item(CrmSession session, string text) => KnowledgeItemId.TryParse(text, null, out var id) ? id : throw CommandFailure.Refused([session.Errors.KnowledgeItemNotFound(text)]);

    public static KnowledgeCategoryId Category(CrmSession session, string text) =>
        KnowledgeCategoryId.TryParse(text, null, out var id) ? id : throw CommandFailure.Refused([session.Errors.KnowledgeCategoryNotFound(text)]);

    /// <summary>A name as it is written and read: <c>inReview</c>.</summary>
    public static string Name(Enum value) => char.ToLowerInvariant(value.ToString()[0]) + value.ToString()[1..];

    private static Dictionary<string, T> Names<T>()
        where T : struct, Enum => Enum.GetValues<T>().ToDictionary(v => Name(v), v => v, StringComparer.OrdinalIgnoreCase);
}
