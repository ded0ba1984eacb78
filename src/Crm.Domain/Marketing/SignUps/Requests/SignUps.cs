using Crm.Domain.Access;
using Crm.Domain.CustomFields;
using Crm.Domain.Primitives;
using Crm.Domain.Time;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Marketing;

/// <summary>
/// What visitors do with sign-up forms, without anybody signed in: read one, send it, confirm by the token of the message that comes. Sending says the same whoever has the
/// address, since nothing is looked up before the answer; what follows is done from the outbox.
/// </summary>
/// <remarks>Scoped service. No act saves; the host saves once. A save that is overtaken answers <c>VersionConflict</c>.</remarks>
[FrontDoor]
public sealed class SignUps(ISignUpFormStore forms, ISignUpStore signUps, ICustomFieldQueries fields, SignUpTokens tokens, IBusinessZone zone, MarketingOptions options, CrmActs acts)
{
    /// <summary>Reads an open form.</summary>
    /// <param name="key">The form.</param>
    /// <param name="language">The language to read it in; the main one of the form when null.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The form; null when none of that name is open.</returns>
    public async Task<OpenSignUpForm?> ReadAsync(string key, LanguageTag? language = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        return await forms.FindAsync(key, cancellationToken).ConfigureAwait(false) is { } form && form.CanTake() ? OpenSignUpForm.Of(form.Key, form.Read(), language) : null;
    }

    /// <summary>A visitor sends a form. A message with a token goes to the address; nothing comes of it before that is confirmed.</summary>
    /// <param name="key">The form.</param>
    /// <param name="request">What was sent.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The receipt; or <c>SignUpFormNotFound</c>, <c>SignUpFormNotInStatus</c>, <c>MarketingTokenKeyMissing</c>, <c>SignUpFieldUnknown</c>, <c>SignUpFieldMissing</c>, <c>SignUpFieldUnfit</c>,
    /// <c>SignUpLimitReached</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<SignUpReceipt>> SubmitAsync(string key, SignUpRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(request);
        return acts.MakeOwnAsync<SignUpReceipt>(now => SubmitAsync(key, request, now, cancellationToken), cancellationToken);
    }

    /// <summary>A visitor confirms, once. Of two confirmations at the same time one is saved.</summary>
    /// <param name="token">The token of the message.</param>
    /// <param name="proof">What proves it besides, such as the address of the Internet it came from; one line of at most <see cref="SignUp.MaxProofLength"/> characters.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The sign-up; or <c>OptInTokenInvalid</c>, <c>OptInAlreadyConfirmed</c>, <c>OptInExpired</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<SignUpId>> ConfirmAsync(string token, string? proof = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(token);
        return acts.MakeOwnAsync<SignUpId>(
            async now =>
            {
                if (SecretToken.HashOf(token) is not { } hash || await signUps.FindByTokenAsync(hash, cancellationToken).ConfigureAwait(false) is not { } signUp)
                {
                    return acts.Errors.OptInTokenInvalid();
                }

                if (signUp.CanConfirm(now) is { IsPermitted: false } refused)
                {
                    return refused.ToError(acts.Errors);
                }

                signUp.Confirm(proof, now);
                return signUp.Id;
            },
            cancellationToken);
    }

    private async Task<CrmResult<SignUpReceipt>> SubmitAsync(string key, SignUpRequest request, Instant now, CancellationToken cancellationToken)
    {
        if (await forms.FindAsync(key, cancellationToken).ConfigureAwait(false) is not { Status: not SignUpFormStatus.Draft } form)
        {
            return acts.Errors.SignUpFormNotFound(key);
        }

        if (form.CanTake() is { IsPermitted: false } refused)
        {
            return refused.ToError(acts.Errors);
        }

        if (!tokens.HasKey)
        {
            return acts.Errors.MarketingTokenKeyMissing();
        }

        var definition = form.Read();
        if (!string.IsNullOrEmpty(request.Trap))
        {
            return new SignUpReceipt(now + Duration.FromHours(definition.ConfirmWithinHours));
        }

        var customFields = definition.Fields.Any(f => f.CustomField is not null) ? await fields.ListAsync(SubjectKinds.Customer, cancellationToken).ConfigureAwait(false) : [];
        if (SignUpAnswers.Check(definition, request, customFields, acts.Errors) is { Count: > 0 } wrong)
        {
            return CrmResult<SignUpReceipt>.Failed(wrong);
        }

        var sender = tokens.HashOf("sender", Guard.Line(request.Sender, SignUpRequest.MaxSenderLength, "sender"));
        if (await signUps.FromSenderAsync(sender, now - Duration.FromHours(1), cancellationToken).ConfigureAwait(false) >= options.SignUpsPerSender)
        {
            return acts.Errors.SignUpLimitReached();
        }

        var email = EmailAddress.Parse(SignUpAnswers.Find(definition, request.Answers, SignUpField.Email)!.Trim());
        var signUp = new SignUp(SignUpId.New(now), form, request, email, tokens.HashOf("address", email.Normalized), sender, now.InZone(zone.Zone).Date, now);
        signUps.Add(signUp);
        return new SignUpReceipt(signUp.ExpiresAt);
    }
}
