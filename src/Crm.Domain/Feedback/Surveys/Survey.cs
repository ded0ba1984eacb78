using Crm.Domain.Access;
using Crm.Domain.Primitives;
using Crm.Domain.Service;
using NodaTime;

namespace Crm.Domain.Feedback;

/// <summary>
/// Questions to customers: drafted, published, closed. A version that was published never changes; whoever was invited to it answers it,
/// whatever is published later.
/// </summary>
public sealed partial class Survey : AggregateRoot<SurveyId>
{
    /// <summary>Longest key.</summary>
    public const int MaxKeyLength = 64;

    /// <summary>Longest name.</summary>
    public const int MaxNameLength = 200;

    private readonly List<SurveyVersion> _versions = [];

    private Survey() => (Key, Name, FollowUpCaseType) = (null!, null!, null!);

    /// <summary>Begins a survey.</summary>
    /// <param name="id">The id.</param>
    /// <param name="key">What programs call it: up to <see cref="MaxKeyLength"/> lower-case letters, digits and hyphens, a letter first.</param>
    /// <param name="name">What staff calls it.</param>
    /// <param name="definition">What it is to ask.</param>
    /// <param name="settings">How it is sent and what follows.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException">Key, name or a setting is out of its bounds.</exception>
    /// <exception cref="CrmRuleException">The definition is wrong somewhere.</exception>
    public Survey(SurveyId id, string key, string name, SurveyDefinition definition, SurveySettings settings, Instant now)
        : base(id)
    {
        Key = IsKey(key) ? key : throw new ArgumentException($"A key has up to {MaxKeyLength} lower-case letters, digits and hyphens, a letter first.", nameof(key));
        (Name, CreatedAt, FollowUpCaseType) = (Guard.Line(name, MaxNameLength), now, string.Empty);
        Take(settings);
        Draft = Checked(definition);
        Raise(new SurveyCreated(Id, Key, now));
    }

    /// <summary>What programs call it; never changes.</summary>
    public string Key { get; private set; }

    /// <summary>What staff calls it.</summary>
    public string Name { get; private set; }

    /// <summary>Where it stands.</summary>
    public SurveyStatus Status { get; private set; }

    /// <summary>What is to be published next, as JSON; null where there is nothing new.</summary>
    public string? Draft { get; private set; }

    /// <summary>The number of the version that customers are asked now; zero before the first one is published.</summary>
    public int Number { get; private set; }

    /// <summary>When it was begun.</summary>
    public Instant CreatedAt { get; private set; }

    /// <summary>When it was closed.</summary>
    public Instant? ClosedAt { get; private set; }

    /// <summary>What was published, oldest first.</summary>
    public IReadOnlyList<SurveyVersion> Versions => _versions;

    /// <summary>The questions of a version that was published.</summary>
    /// <param name="number">The number of the version.</param>
    /// <returns>The definition; null when there is no such version.</returns>
    public SurveyDefinition? DefinitionOf(int number) => _versions.Find(v => v.Number == number) is { } version ? SurveyDefinition.Parse(version.Definition).Value : null;

    /// <summary>Whether the next version can be written.</summary>
    /// <returns>The ruling; refused with <c>SurveyIsClosed</c>.</returns>
    public CrmRuling CanWrite() => IsOpen();

    /// <summary>Writes the next version; customers are asked the one before until it is published.</summary>
    /// <param name="definition">What it is to ask.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is closed, or the definition is wrong somewhere.</exception>
    public void Write(SurveyDefinition definition, Instant now)
    {
        CanWrite().Demand();
        Draft = Checked(definition);
        Raise(new SurveyWritten(Id, Key, now));
    }

    /// <summary>Whether what was written can be published.</summary>
    /// <returns>The ruling; refused with <c>SurveyIsClosed</c>, <c>SurveyNothingToPublish</c>.</returns>
    public CrmRuling CanPublish() => IsOpen().Then(Draft is null ? CrmRuling.Refused(e => e.SurveyNothingToPublish(Key)) : CrmRuling.Permitted);

    /// <summary>Publishes what was written as a version that never changes.</summary>
    /// <param name="by">Who publishes it.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is closed, or there is nothing new.</exception>
    public void Publish(Actor by, Instant now)
    {
        ArgumentNullException.ThrowIfNull(by);
        CanPublish().Demand();
        _versions.Add(new SurveyVersion(++Number, Draft!, by.Id, now));
        (Status, Draft) = (SurveyStatus.Published, null);
        Raise(new SurveyPublished(Id, Key, Number, now));
    }

    /// <summary>Whether it can be closed.</summary>
    /// <returns>The ruling; refused with <c>SurveyIsClosed</c>.</returns>
    public CrmRuling CanClose() => IsOpen();

    /// <summary>Closes it: nobody is asked any more, and invitations that are out lead nowhere.</summary>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is closed.</exception>
    public void Close(Instant now)
    {
        CanClose().Demand();
        (Status, ClosedAt, Draft) = (SurveyStatus.Closed, now, null);
        Raise(new SurveyClosed(Id, Key, now));
    }

    /// <summary>Whether customers can be asked.</summary>
    /// <returns>The ruling; refused with <c>SurveyIsClosed</c>, <c>SurveyNotPublished</c>.</returns>
    public CrmRuling CanInvite() => IsOpen().Then(Status == SurveyStatus.Published ? CrmRuling.Permitted : CrmRuling.Refused(e => e.SurveyNotPublished(Key)));

    internal static bool IsKey(string key) =>
        key is { Length: > 0 and <= MaxKeyLength } && char.IsAsciiLetterLower(key[0]) && key.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    private static string Checked(SurveyDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return definition.Check() is { Count: > 0 } wrong ? throw new CrmRuleException(wrong) : definition.ToJson();
    }

    private CrmRuling IsOpen() => Status == SurveyStatus.Closed ? CrmRuling.Refused(e => e.SurveyIsClosed(Key)) : CrmRuling.Permitted;
}
