using Crm.Domain.Access;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Feedback;

/// <summary>Writes surveys, publishes and closes them. Customers are asked by the <see cref="SurveyDesk"/>.</summary>
/// <remarks>Scoped service, for staff. No act saves; the host saves once.</remarks>
[FrontDoor]
public sealed class Surveys(ISurveyStore surveys, ISurveyedCases cases, SurveyTokens tokens, CrmActs acts)
{
    /// <summary>Begins a survey.</summary>
    /// <param name="key">What programs call it: up to <see cref="Survey.MaxKeyLength"/> lower-case letters, digits and hyphens, a letter first.</param>
    /// <param name="name">What staff calls it.</param>
    /// <param name="definition">What it is to ask.</param>
    /// <param name="settings">How it is sent and what follows; the usual settings when null.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The draft, or <c>ActNotAllowed</c>, <c>SurveyAlreadyDefined</c>, <c>SurveyMalformed</c>, <c>SurveyTokenKeyMissing</c>, <c>SurveyNeedsCases</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<Survey>> CreateAsync(string key, string name, SurveyDefinition definition, SurveySettings? settings = null, CancellationToken cancellationToken = default) => acts.MakeAsync<Survey>(
        "feedback.create-survey",
        async now =>
        {
            var wanted = settings ?? new SurveySettings();
            if (Obstacle(wanted) is { } obstacle)
            {
                return obstacle;
            }

            var made = new Survey(SurveyId.New(now), key, name, definition, wanted, now);
            if (await surveys.FindAsync(key, cancellationToken).ConfigureAwait(false) is not null)
            {
                return acts.Errors.SurveyAlreadyDefined(key);
            }

            surveys.Add(made);
            return made;
        },
        cancellationToken);

    /// <summary>Writes the next version; customers are asked the one before until it is published.</summary>
    /// <inheritdoc cref="PublishAsync" path="/param" />
    /// <param name="definition">What it is to ask.</param>
    /// <returns>The survey, or <c>ActNotAllowed</c>, <c>SurveyNotFound</c>, <c>VersionConflict</c>, <c>SurveyIsClosed</c>, <c>SurveyMalformed</c>.</returns>
    public Task<CrmResult<Survey>> WriteAsync(string key, SurveyDefinition definition, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("feedback.write-survey", key, expectedVersion, s => s.CanWrite(), (s, now) => s.Write(definition, now), cancellationToken);

    /// <summary>Changes how a survey is sent and what follows, for invitations and answers from now on.</summary>
    /// <inheritdoc cref="PublishAsync" path="/param" />
    /// <param name="settings">The settings, all of them.</param>
    /// <returns>The survey, or <c>ActNotAllowed</c>, <c>SurveyNotFound</c>, <c>VersionConflict</c>, <c>SurveyIsClosed</c>, <c>SurveyTokenKeyMissing</c>, <c>SurveyNeedsCases</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<Survey>> ConfigureAsync(string key, SurveySettings settings, long? expectedVersion = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return ChangeAsync(
            "feedback.configure-survey", key, expectedVersion,
            s => s.CanConfigure().Then(Obstacle(settings) is { } obstacle ? CrmRuling.Refused(_ => obstacle) : CrmRuling.Permitted), (s, now) => s.Configure(settings, now), cancellationToken);
    }

    /// <summary>Publishes what was written as a version that never changes.</summary>
    /// <param name="key">The survey.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The survey, or <c>ActNotAllowed</c>, <c>SurveyNotFound</c>, <c>VersionConflict</c>, <c>SurveyIsClosed</c>, <c>SurveyNothingToPublish</c>.</returns>
    public Task<CrmResult<Survey>> PublishAsync(string key, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("feedback.publish-survey", key, expectedVersion, s => s.CanPublish(), (s, now) => s.Publish(acts.Gate.Actor, now), cancellationToken);

    /// <summary>Closes a survey: nobody is asked any more, and invitations that are out lead nowhere.</summary>
    /// <inheritdoc cref="PublishAsync" path="/param" />
    /// <returns>The survey, or <c>ActNotAllowed</c>, <c>SurveyNotFound</c>, <c>VersionConflict</c>, <c>SurveyIsClosed</c>.</returns>
    public Task<CrmResult<Survey>> CloseAsync(string key, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("feedback.close-survey", key, expectedVersion, s => s.CanClose(), (s, now) => s.Close(now), cancellationToken);

    /// <summary>Finds a survey.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The survey; null when there is none or the actor is not of the staff.</returns>
    public async Task<Survey?> FindAsync(string key, CancellationToken cancellationToken = default) =>
        acts.Gate.Actor.IsStaff ? await surveys.FindAsync(key, cancellationToken).ConfigureAwait(false) : null;

    /// <summary>Lists all surveys by their keys.</summary>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The surveys; none when the actor is not of the staff.</returns>
    public async Task<IReadOnlyList<SurveySummary>> ListAsync(CancellationToken cancellationToken = default) =>
        acts.Gate.Actor.IsStaff ? await surveys.ListAsync(cancellationToken).ConfigureAwait(false) : [];

    private CrmError? Obstacle(SurveySettings settings) => settings.TemplateKey is not null && !tokens.HasKey ? acts.Errors.SurveyTokenKeyMissing()
        : (settings.LowScore == LowScoreFollowUp.Case || settings.AsksWhenCaseIs is not null || settings.LocksRatedCase) && !cases.IsAvailable ? acts.Errors.SurveyNeedsCases()
        : null;

    private Task<CrmResult<Survey>> ChangeAsync(
        string act, string key, long? expectedVersion, Func<Survey, CrmRuling> may, Action<Survey, Instant> change, CancellationToken cancellationToken) =>
        acts.ChangeAsync(act, surveys.FindAsync(key, cancellationToken), e => e.SurveyNotFound(key), expectedVersion, may, change, cancellationToken);
}
