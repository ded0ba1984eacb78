using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Feedback;

/// <summary>One customer who is asked by one version of a survey, with the answer. It is opened by tokens of which only hashes are kept, and answered once.</summary>
public sealed partial class SurveyInvitation : AggregateRoot<SurveyInvitationId>
{
    private readonly List<SurveyToken> _tokens = [];
    private readonly List<SurveyAnswer> _answers = [];
    private readonly List<FeedbackScore> _scores = [];

    private SurveyInvitation() => SurveyKey = null!;

    /// <summary>Invites a customer.</summary>
    /// <param name="id">The id.</param>
    /// <param name="survey">The survey, which is published.</param>
    /// <param name="request">About what the customer is asked.</param>
    /// <param name="tokenHash">The hash of the first token.</param>
    /// <param name="isSent">Whether this library sends it, and so can remind the customer.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException">A text is too long, or it is about a customer.</exception>
    /// <exception cref="CrmRuleException">The survey is not published, or closed.</exception>
    public SurveyInvitation(SurveyInvitationId id, Survey survey, SurveyRequest request, string tokenHash, bool isSent, Instant now)
        : base(id)
    {
        ArgumentNullException.ThrowIfNull(survey);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentException.ThrowIfNullOrEmpty(tokenHash);
        survey.CanInvite().Demand();
        (SurveyId, SurveyKey, Number, CustomerId) = (survey.Id, survey.Key, survey.Number, Guard.NotEmpty(request.CustomerId));
        if (request.About is { } about)
        {
            AboutKind = about.Kind == SubjectKinds.Customer ? throw new ArgumentException("It is about a record of the customer, not about the customer.", nameof(request)) : Guard.Line(about.Kind, 32);
            AboutId = about.Id == Guid.Empty ? throw new ArgumentException("The empty id names no record.", nameof(request)) : about.Id;
        }

        (Sku, AgentId) = (Guard.OptionalLine(request.Sku, 64), Guard.OptionalLine(request.AgentId, Actor.MaxIdLength));
        (Channel, Language, InvitedAt) = (request.Channel, request.Language, now);
        ExpiresAt = Guard.Storable(now + Duration.FromDays(survey.ExpiresAfterDays));
        RemindAt = isSent && survey.RemindsAfterDays is { } days && days < survey.ExpiresAfterDays ? now + Duration.FromDays(days) : null;
        DueAt = RemindAt ?? ExpiresAt;
        _tokens.Add(new SurveyToken(tokenHash, now));
        Raise(new SurveyInvited(Id, SurveyId, SurveyKey, CustomerId, About, now));
    }

    /// <summary>The survey.</summary>
    public SurveyId SurveyId { get; private set; }

    /// <summary>Its key.</summary>
    public string SurveyKey { get; private set; }

    /// <summary>The number of its version.</summary>
    public int Number { get; private set; }

    /// <summary>The customer.</summary>
    public CustomerId CustomerId { get; private set; }

    /// <summary>Kind of the record it is about.</summary>
    public string? AboutKind { get; private set; }

    /// <summary>Id of the record it is about.</summary>
    public Guid? AboutId { get; private set; }

    /// <summary>The record it is about.</summary>
    public SubjectReference? About => AboutKind is { } kind && AboutId is { } id ? new SubjectReference(kind, id) : null;

    /// <summary>The product that the answer is about.</summary>
    public string? Sku { get; private set; }

    /// <summary>The agent whose work the answer is about.</summary>
    public string? AgentId { get; private set; }

    /// <summary>The channel of the contact that the answer is about.</summary>
    public ChannelKey? Channel { get; private set; }

    /// <summary>The language of the questions; null for the customer's.</summary>
    public LanguageTag? Language { get; private set; }

    /// <summary>Where it stands.</summary>
    public SurveyInvitationStatus Status { get; private set; }

    /// <summary>When the customer was invited.</summary>
    public Instant InvitedAt { get; private set; }

    /// <summary>From when on it cannot be answered.</summary>
    public Instant ExpiresAt { get; private set; }

    /// <summary>When the customer is to be reminded; null where that is done or not meant.</summary>
    public Instant? RemindAt { get; private set; }

    /// <summary>When the customer was reminded.</summary>
    public Instant? RemindedAt { get; private set; }

    /// <summary>When the next thing comes due by the clock; null when nothing will.</summary>
    public Instant? DueAt { get; private set; }

    /// <summary>When it was answered, expired or taken back.</summary>
    public Instant? SettledAt { get; private set; }

    /// <summary>Whether a score of the answer is low.</summary>
    public bool IsLow { get; private set; }

    /// <summary>Kind of the record that a low score led to.</summary>
    public string? FollowUpKind { get; private set; }

    /// <summary>Id of the record that a low score led to.</summary>
    public Guid? FollowUpId { get; private set; }

    /// <summary>The tokens that open it; none once it is settled.</summary>
    public IReadOnlyList<SurveyToken> Tokens => _tokens;

    /// <summary>The answers by question.</summary>
    public IReadOnlyList<SurveyAnswer> Answers => _answers;

    /// <summary>The scores among the answers.</summary>
    public IReadOnlyList<FeedbackScore> Scores => _scores;

    private CrmRuling IsOpen() => Status == SurveyInvitationStatus.Open ? CrmRuling.Permitted : CrmRuling.Refused(e => e.SurveyInvitationSettled(e.NameOf(Status)));

    private void Settle(SurveyInvitationStatus status, Instant now)
    {
        (Status, SettledAt, DueAt, RemindAt) = (status, now, null, null);
        _tokens.Clear();
    }
}
