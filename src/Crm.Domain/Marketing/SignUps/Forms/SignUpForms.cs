using Crm.Domain.Access;
using Crm.Domain.CustomFields;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Crm.Domain.Privacy;
using NodaTime;

namespace Crm.Domain.Marketing;

/// <summary>Writes sign-up forms, opens and closes them, and shows what came in. Visitors sign up through <see cref="SignUps"/>.</summary>
/// <remarks>Scoped service, for staff. No act saves; the host saves once.</remarks>
[FrontDoor]
public sealed class SignUpForms(
    ISignUpFormStore forms, ISignUpStore signUps, ISegmentStore segments, IJourneyStore journeys, ICampaignStore campaigns, IMessageTemplateStore templates, ICustomFieldQueries fields,
    IPurposeCatalog purposes, IChannelCatalog channels, SignUpTokens tokens, CrmActs acts)
{
    /// <summary>Most sign-ups of one call of <see cref="ExpireAsync"/>: 1,000.</summary>
    public const int MaxTake = 1_000;

    /// <summary>Drafts a form.</summary>
    /// <param name="key">What programs call it: up to <see cref="SignUpForm.MaxKeyLength"/> lower-case letters, digits and hyphens, a letter first.</param>
    /// <param name="name">What staff calls it.</param>
    /// <param name="definition">What it asks, and what follows.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The draft; or <c>ActNotAllowed</c>, <c>SignUpFormAlreadyDefined</c>, <c>SignUpFormMalformed</c>, <c>PurposeUnknown</c>, <c>ChannelUnknown</c>, <c>CustomFieldNotFound</c>,
    /// <c>TemplateNotFound</c>, <c>SegmentNotFound</c>, <c>SegmentIsDynamic</c>, <c>SegmentIsArchived</c>, <c>JourneyNotFound</c>, <c>CampaignNotFound</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<SignUpForm>> CreateAsync(string key, string name, SignUpFormDefinition definition, CancellationToken cancellationToken = default) => acts.MakeAsync<SignUpForm>(
        "marketing.write-sign-up-form",
        async now =>
        {
            var made = new SignUpForm(SignUpFormId.New(now), key, name, definition, now);
            if (await forms.FindAsync(key, cancellationToken).ConfigureAwait(false) is not null)
            {
                return acts.Errors.SignUpFormAlreadyDefined(key);
            }

            if (await ProblemAsync(definition, cancellationToken).ConfigureAwait(false) is { } problem)
            {
                return problem;
            }

            forms.Add(made);
            return made;
        },
        cancellationToken);

    /// <summary>Writes a draft otherwise.</summary>
    /// <inheritdoc cref="OpenAsync" path="/param" />
    /// <param name="definition">What it asks, and what follows.</param>
    /// <returns>The draft; or <c>SignUpFormNotFound</c>, <c>VersionConflict</c>, <c>SignUpFormNotInStatus</c>, and what <see cref="CreateAsync"/> refuses.</returns>
    public async Task<CrmResult<SignUpForm>> RewriteAsync(string key, SignUpFormDefinition definition, long? expectedVersion = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(definition);
        var problem = acts.Gate.Actor.IsStaff && definition.Check().Count == 0 ? await ProblemAsync(definition, cancellationToken).ConfigureAwait(false) : null;
        return await ChangeAsync(
            "marketing.write-sign-up-form", key, expectedVersion, f => f.CanRewrite().Then(problem is null ? CrmRuling.Permitted : CrmRuling.Refused(_ => problem)), (f, now) => f.Rewrite(definition, now),
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Opens a form to visitors, for the first time or again.</summary>
    /// <param name="key">The form.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The form; or <c>ActNotAllowed</c>, <c>SignUpFormNotFound</c>, <c>VersionConflict</c>, <c>SignUpFormNotInStatus</c>, <c>MarketingTokenKeyMissing</c>, and what no longer is there of what
    /// <see cref="CreateAsync"/> looks for.</returns>
    public async Task<CrmResult<SignUpForm>> OpenAsync(string key, long? expectedVersion = null, CancellationToken cancellationToken = default)
    {
        var found = acts.Gate.Actor.IsStaff ? await forms.FindAsync(key, cancellationToken).ConfigureAwait(false) : null;
        var problem = !tokens.HasKey ? acts.Errors.MarketingTokenKeyMissing() : found is null ? null : await ProblemAsync(found.Read(), cancellationToken).ConfigureAwait(false);
        return await ChangeAsync(
            "marketing.open-sign-up-form", key, expectedVersion, f => f.CanOpen().Then(problem is null ? CrmRuling.Permitted : CrmRuling.Refused(_ => problem)), (f, now) => f.Open(now), cancellationToken)
            .ConfigureAwait(false);
    }

    /// <summary>Closes a form; who signed up before can still confirm.</summary>
    /// <inheritdoc cref="OpenAsync" path="/param" />
    /// <returns>The form; or <c>ActNotAllowed</c>, <c>SignUpFormNotFound</c>, <c>VersionConflict</c>, <c>SignUpFormNotInStatus</c>.</returns>
    public Task<CrmResult<SignUpForm>> CloseAsync(string key, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("marketing.close-sign-up-form", key, expectedVersion, f => f.CanClose(), (f, now) => f.Close(now), cancellationToken);

    /// <summary>Finds a form.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The form; null when there is none or the actor is not of the staff.</returns>
    public async Task<SignUpForm?> FindAsync(string key, CancellationToken cancellationToken = default) =>
        acts.Gate.Actor.IsStaff ? await forms.FindAsync(key, cancellationToken).ConfigureAwait(false) : null;

    /// <summary>Lists all forms by their keys.</summary>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The forms; none when the actor is not of the staff.</returns>
    public async Task<IReadOnlyList<SignUpFormSummary>> ListAsync(CancellationToken cancellationToken = default) =>
        acts.Gate.Actor.IsStaff ? await forms.ListAsync(cancellationToken).ConfigureAwait(false) : [];

    /// <summary>Lists the sign-ups of a form, the latest first. Their answers are text as it was typed: show them as such.</summary>
    /// <param name="key">The form.</param>
    /// <param name="page">Which page; the first 50 when null.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>One page; or <c>ActNotAllowed</c>, <c>SignUpFormNotFound</c>.</returns>
    public Task<CrmResult<Page<SignUpSummary>>> SignUpsAsync(string key, PageRequest? page = null, CancellationToken cancellationToken = default) => ReadAsync(
        key, id => signUps.ListAsync(id, page ?? PageRequest.First, cancellationToken), cancellationToken);

    /// <summary>Counts the sign-ups of a form by day of the business's zone, the earliest day first.</summary>
    /// <param name="key">The form.</param>
    /// <param name="from">The first day.</param>
    /// <param name="until">The last day.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The days that have any; or <c>ActNotAllowed</c>, <c>SignUpFormNotFound</c>.</returns>
    public Task<CrmResult<IReadOnlyList<SignUpCount>>> CountAsync(string key, LocalDate from, LocalDate until, CancellationToken cancellationToken = default) => ReadAsync(
        key, id => signUps.CountAsync(id, from, until, cancellationToken), cancellationToken);

    /// <summary>Takes away what was said in sign-ups that were not confirmed in time; that somebody signed up stays, as a number.</summary>
    /// <param name="take">How many at most; 1 to <see cref="MaxTake"/>. Save, and call again while as many come back.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>How many, or <c>ActNotAllowed</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<int>> ExpireAsync(int take = 100, CancellationToken cancellationToken = default) => acts.MakeAsync<int>(
        "marketing.expire-sign-ups",
        async now =>
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(take, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(take, MaxTake);
            var due = await signUps.DueAsync(now, take, cancellationToken).ConfigureAwait(false);
            foreach (var signUp in due)
            {
                signUp.Expire(now);
            }

            return due.Count;
        },
        cancellationToken);

    private Task<CrmResult<T>> ReadAsync<T>(string key, Func<SignUpFormId, Task<T>> read, CancellationToken cancellationToken)
        where T : notnull => acts.MakeAsync<T>(
        "marketing.read-sign-ups",
        async _ =>
        {
            if (await forms.FindAsync(key, cancellationToken).ConfigureAwait(false) is not { } form)
            {
                return acts.Errors.SignUpFormNotFound(key);
            }

            return await read(form.Id).ConfigureAwait(false);
        },
        cancellationToken);

    private Task<CrmResult<SignUpForm>> ChangeAsync(
        string act, string key, long? expectedVersion, Func<SignUpForm, CrmRuling> may, Action<SignUpForm, Instant> change, CancellationToken cancellationToken) =>
        acts.ChangeAsync(act, forms.FindAsync(key, cancellationToken), e => e.SignUpFormNotFound(key), expectedVersion, may, change, cancellationToken);

    private async Task<CrmError?> ProblemAsync(SignUpFormDefinition definition, CancellationToken cancellationToken)
    {
        if (definition.Consents.FirstOrDefault(c => !purposes.TryGet(c.Purpose, out _)) is { } aimless)
        {
            return acts.Errors.PurposeUnknown(aimless.Purpose.Value);
        }

        if (definition.Consents.FirstOrDefault(c => !channels.TryGet(c.Channel, out _)) is { } mute)
        {
            return acts.Errors.ChannelUnknown(mute.Channel.Value);
        }

        var custom = definition.Fields.Select(f => f.CustomField).OfType<string>().ToList();
        if (custom.Count > 0 && custom.Except((await fields.ListAsync(SubjectKinds.Customer, cancellationToken).ConfigureAwait(false)).Where(f => !f.IsArchived).Select(f => f.Key)).FirstOrDefault() is { } missing)
        {
            return acts.Errors.CustomFieldNotFound(missing);
        }

        // A confirmation is what was asked for: with another purpose it would need the consent that it asks for.
        var template = (await templates.ListAsync(false, cancellationToken).ConfigureAwait(false)).FirstOrDefault(t => t.Key == definition.Template);
        if (template is null || template.Channel != Channels.Email || template.Purpose != Purposes.Transactional.Value)
        {
            return template is null ? acts.Errors.TemplateNotFound(definition.Template) : acts.Errors.SignUpFormMalformed("$.template", "a template for e-mail with the purpose transactional was expected");
        }

        if (definition.List is { } list)
        {
            if (await segments.FindAsync(list, cancellationToken).ConfigureAwait(false) is not { } segment)
            {
                return acts.Errors.SegmentNotFound(list);
            }

            if (segment.CanList() is { IsPermitted: false } refused)
            {
                return refused.ToError(acts.Errors);
            }
        }

        return definition.Journey is { } journey && await journeys.FindAsync(journey, cancellationToken).ConfigureAwait(false) is null ? acts.Errors.JourneyNotFound(journey)
            : definition.Campaign is { } campaign && await campaigns.FindAsync(campaign, cancellationToken).ConfigureAwait(false) is null ? acts.Errors.CampaignNotFound(campaign)
            : null;
    }
}
