using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Interactions;

/// <summary>A message that is sent again and again: for one channel and purpose, in several languages, with every version that was written.</summary>
public sealed class MessageTemplate : AggregateRoot<MessageTemplateId>
{
    /// <summary>Longest key.</summary>
    public const int MaxKeyLength = 64;

    /// <summary>Longest purpose.</summary>
    public const int MaxPurposeLength = 64;

    /// <summary>Longest subject before its values stand in it.</summary>
    public const int MaxSubjectLength = 500;

    /// <summary>Most versions of one template.</summary>
    public const int MaxVersions = 1000;

    private static readonly System.Buffers.SearchValues<char> s_key = System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");

    private readonly List<MessageTemplateVersion> _versions = [];

    private MessageTemplate() => (Key, Channel, Purpose, DefaultLanguage) = (null!, null!, null!, null!);

    /// <summary>Writes a template.</summary>
    /// <param name="id">The id.</param>
    /// <param name="details">What it is for.</param>
    /// <param name="content">What it says in its first language, which stands in for those it does not have.</param>
    /// <param name="actorId">Id of who writes.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException">A text is empty, too long or of another form.</exception>
    public MessageTemplate(MessageTemplateId id, MessageTemplateDetails details, MessageTemplateContent content, string actorId, Instant now)
        : base(id)
    {
        ArgumentNullException.ThrowIfNull(details);
        ArgumentNullException.ThrowIfNull(content);
        Key = Named(details.Key, MaxKeyLength, nameof(details.Key));
        Channel = details.Channel ?? throw new ArgumentException("A channel was expected.", nameof(details));
        Purpose = Named(details.Purpose, MaxPurposeLength, nameof(details.Purpose));
        _versions.Add(new MessageTemplateVersion(1, content, actorId, now));
        DefaultLanguage = content.Language;
        Raise(new MessageTemplateWritten(Id, Key, content.Language, 1, now));
    }

    /// <summary>Its name for programs.</summary>
    public string Key { get; private set; }

    /// <summary>The channel.</summary>
    public ChannelKey Channel { get; private set; }

    /// <summary>The purpose for which it is sent.</summary>
    public string Purpose { get; private set; }

    /// <summary>The language that stands in for those it does not have.</summary>
    public LanguageTag DefaultLanguage { get; private set; }

    /// <summary>Since when it is not used any more.</summary>
    public Instant? ArchivedAt { get; private set; }

    /// <summary>Every version, in the order in which they were written.</summary>
    public IReadOnlyList<MessageTemplateVersion> Versions => _versions;

    /// <summary>The languages that it has.</summary>
    public IEnumerable<LanguageTag> Languages => _versions.Select(v => v.Language).Distinct();

    /// <summary>The latest version in a language: that very one, else the same without region or script, else the default language.</summary>
    /// <param name="language">The wanted language; null for the default one.</param>
    /// <returns>The version.</returns>
    public MessageTemplateVersion VersionIn(LanguageTag? language) =>
        Latest(language?.Value) ?? Latest(language?.Value.Split('-')[0]) ?? Latest(DefaultLanguage.Value)!;

    /// <summary>Whether it can be written anew.</summary>
    /// <returns>The ruling; refused with <c>TemplateArchived</c>.</returns>
    public CrmRuling CanWrite() => ArchivedAt is null ? CrmRuling.Permitted : CrmRuling.Refused(e => e.TemplateArchived(Key));

    /// <summary>Writes a new version in a language it has, or another language.</summary>
    /// <param name="content">What it says.</param>
    /// <param name="actorId">Id of who writes.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is archived.</exception>
    /// <exception cref="ArgumentException">A text is empty or too long, or there are too many versions.</exception>
    public void Write(MessageTemplateContent content, string actorId, Instant now)
    {
        ArgumentNullException.ThrowIfNull(content);
        CanWrite().Demand();
        var version = _versions.Count < MaxVersions
            ? new MessageTemplateVersion(_versions.Max(v => v.Number) + 1, content, actorId, now)
            : throw new ArgumentException($"A template has at most {MaxVersions} versions.", nameof(content));
        _versions.Add(version);
        Raise(new MessageTemplateWritten(Id, Key, version.Language, version.Number, now));
    }

    /// <summary>Uses it no more.</summary>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is archived already.</exception>
    public void Archive(Instant now)
    {
        CanWrite().Demand();
        ArchivedAt = now;
        Raise(new MessageTemplateArchived(Id, Key, now));
    }

    /// <summary>Whether it can be used again.</summary>
    /// <returns>The ruling; refused with <c>TemplateNotArchived</c>.</returns>
    public CrmRuling CanRestore() => ArchivedAt is null ? CrmRuling.Refused(e => e.TemplateNotArchived(Key)) : CrmRuling.Permitted;

    /// <summary>Uses it again.</summary>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is not archived.</exception>
    public void Restore(Instant now)
    {
        CanRestore().Demand();
        ArchivedAt = null;
        Raise(new MessageTemplateRestored(Id, Key, now));
    }

    internal static string Named(string? text, int maxLength, string name) =>
        text is { Length: > 0 } && text.Length <= maxLength && char.IsAsciiLetterLower(text[0]) && !text.AsSpan().ContainsAnyExcept(s_key)
            ? text
            : throw new ArgumentException($"Up to {maxLength} lower-case letters, digits and hyphens were expected, beginning with a letter.", name);

    private MessageTemplateVersion? Latest(string? language) => _versions.Where(v => string.Equals(v.Language.Value, language, StringComparison.OrdinalIgnoreCase)).MaxBy(v => v.Number);
}
