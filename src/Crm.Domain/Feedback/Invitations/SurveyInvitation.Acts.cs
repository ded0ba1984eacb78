using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Feedback;

public sealed partial class SurveyInvitation
{
    /// <summary>Whether the customer can be reminded: once, while it is open.</summary>
    /// <returns>The ruling; refused with <c>SurveyInvitationSettled</c>, <c>SurveyReminderDone</c>.</returns>
    public CrmRuling CanRemind() => IsOpen().Then(RemindAt is null ? CrmRuling.Refused(e => e.SurveyReminderDone()) : CrmRuling.Permitted);

    /// <summary>Reminds the customer with a token more; the first one stays good.</summary>
    /// <param name="tokenHash">The hash of the other token.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is settled, or the customer was reminded.</exception>
    public void Remind(string tokenHash, Instant now)
    {
        ArgumentException.ThrowIfNullOrEmpty(tokenHash);
        CanRemind().Demand();
        _tokens.Add(new SurveyToken(tokenHash, now));
        (RemindedAt, RemindAt, DueAt) = (now, null, ExpiresAt);
        Raise(new SurveyReminded(Id, SurveyId, SurveyKey, CustomerId, now));
    }

    /// <summary>Whether the reminder can be left out.</summary>
    /// <returns>The ruling; refused with <c>SurveyInvitationSettled</c>, <c>SurveyReminderDone</c>.</returns>
    public CrmRuling CanSkipReminder() => CanRemind();

    /// <summary>Leaves the reminder out, since the customer may not be written to any more.</summary>
    /// <param name="reason">The code of what stood in the way.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is settled, or the customer was reminded.</exception>
    public void SkipReminder(string reason, Instant now)
    {
        CanSkipReminder().Demand();
        var line = Guard.Line(reason, 100);
        (RemindAt, DueAt) = (null, ExpiresAt);
        Raise(new SurveyReminderSkipped(Id, SurveyId, SurveyKey, CustomerId, line, now));
    }

    /// <summary>Whether it can be answered.</summary>
    /// <param name="now">The current instant.</param>
    /// <returns>The ruling; refused with <c>SurveyInvitationSettled</c>, also when its time is over and nobody noted it yet.</returns>
    public CrmRuling CanAnswer(Instant now) =>
        IsOpen().Then(now < ExpiresAt ? CrmRuling.Permitted : CrmRuling.Refused(e => e.SurveyInvitationSettled(e.NameOf(SurveyInvitationStatus.Expired))));

    /// <summary>Takes the answer of the customer; the tokens are used up.</summary>
    /// <param name="definition">The version of the survey that it asks by.</param>
    /// <param name="replies">The answers.</param>
    /// <param name="today">The day in the business's zone, by whose month scores are rolled up.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is settled, its time is over, or answers do not go with their questions.</exception>
    public void Answer(SurveyDefinition definition, IReadOnlyCollection<SurveyReply> replies, LocalDate today, Instant now)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(replies);
        CanAnswer(now).Demand();
        if (definition.Check(replies) is { Count: > 0 } wrong)
        {
            throw new CrmRuleException(wrong);
        }

        _answers.AddRange(replies.Select(r => new SurveyAnswer(r)));
        var scored = replies.Where(r => r.Kind == SurveyQuestionKind.Score).Select(r => (Question: definition.Find(r.Question)!, Value: r.Number!.Value)).ToList();
        _scores.AddRange(scored.Select(s => new FeedbackScore(this, s.Question, s.Value, today, now)));
        IsLow = scored.Exists(s => s.Question.LowAt is { } low && s.Question.Measure!.IsAtMost(s.Value, low));
        Settle(SurveyInvitationStatus.Answered, now);
        Raise(new SurveyAnswered(Id, SurveyId, SurveyKey, CustomerId, About, [.. scored.Select(s => new GivenScore(s.Question.Key, s.Question.Measure!.Kind, s.Value))], IsLow, now));
    }

    /// <summary>Whether its time is over.</summary>
    /// <param name="now">The current instant.</param>
    /// <returns>The ruling; refused with <c>SurveyInvitationSettled</c>, <c>SurveyInvitationRunning</c>.</returns>
    public CrmRuling CanExpire(Instant now) => IsOpen().Then(now >= ExpiresAt ? CrmRuling.Permitted : CrmRuling.Refused(e => e.SurveyInvitationRunning()));

    /// <summary>Notes that its time is over.</summary>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is settled, or its time is not over.</exception>
    public void Expire(Instant now)
    {
        CanExpire(now).Demand();
        Settle(SurveyInvitationStatus.Expired, now);
        Raise(new SurveyExpired(Id, SurveyId, SurveyKey, CustomerId, now));
    }

    /// <summary>Whether it can be taken back.</summary>
    /// <returns>The ruling; refused with <c>SurveyInvitationSettled</c>.</returns>
    public CrmRuling CanWithdraw() => IsOpen();

    /// <summary>Takes it back: its tokens lead nowhere.</summary>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is settled.</exception>
    public void Withdraw(Instant now)
    {
        CanWithdraw().Demand();
        Settle(SurveyInvitationStatus.Withdrawn, now);
        Raise(new SurveyWithdrawn(Id, SurveyId, SurveyKey, CustomerId, now));
    }

    /// <summary>Whether a low score can be followed up: once.</summary>
    /// <returns>The ruling; refused with <c>SurveyScoreNotLow</c>, <c>SurveyFollowUpDone</c>.</returns>
    public CrmRuling CanFollowUp() => !IsLow ? CrmRuling.Refused(e => e.SurveyScoreNotLow())
        : FollowUpId is null ? CrmRuling.Permitted
        : CrmRuling.Refused(e => e.SurveyFollowUpDone());

    /// <summary>Notes what a low score led to.</summary>
    /// <param name="made">The case or task.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">No score is low, or it was followed up.</exception>
    public void FollowUp(SubjectReference made, Instant now)
    {
        ArgumentNullException.ThrowIfNull(made);
        CanFollowUp().Demand();
        (FollowUpKind, FollowUpId) = (Guard.Line(made.Kind, 32), made.Id);
        Raise(new LowScoreFollowedUp(Id, SurveyId, SurveyKey, CustomerId, made, now));
    }
}
