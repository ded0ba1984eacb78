using Crm.Domain.Access;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Crm.Domain.Privacy;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Marketing;

/// <summary>
/// Does from the outbox what follows when a visitor signs up and confirms, so that the visitor's own acts look nothing up that an answer could give away. Each step is one
/// transaction, and a second delivery finds it done.
/// </summary>
internal sealed class SignUpHandling(
    ISignUpStore signUps, ISignUpFormStore forms, IAddressMessages messages, ContactPermissions permissions, SignUpCustomers customers, SignUpTokens tokens, MarketingOptions options, ICrmUnitOfWork unitOfWork,
    CrmActs acts)
    : ICrmEventHandler<SignUpSubmitted>, ICrmEventHandler<SignUpConfirmed>
{
    public async Task HandleAsync(SignUpSubmitted happened, CrmDelivery delivery, CancellationToken cancellationToken)
    {
        if (await signUps.FindAsync(happened.SignUpId, cancellationToken).ConfigureAwait(false) is not { } signUp || !signUp.CanAsk())
        {
            return;
        }

        var definition = (await forms.FindAsync(signUp.FormId, cancellationToken).ConfigureAwait(false))!.Read();
        if (await ObstacleAsync(signUp, definition, cancellationToken).ConfigureAwait(false) is { } obstacle)
        {
            signUp.Refuse(obstacle, acts.Now);
            return;
        }

        await InTransactionAsync(
            async (now, token) =>
            {
                if (await signUps.FindAsync(happened.SignUpId, token).ConfigureAwait(false) is { } asked && asked.CanAsk())
                {
                    var recorded = definition.CreatesBeforeConfirmation ? await customers.RecordUnknownAsync(asked, definition, token).ConfigureAwait(false) : null;
                    asked.Ask(SecretToken.HashOf(tokens.Of(asked.Id))!, recorded, now);
                }
            },
            cancellationToken).ConfigureAwait(false);
    }

    public Task HandleAsync(SignUpConfirmed happened, CrmDelivery delivery, CancellationToken cancellationToken) => InTransactionAsync(
        async (now, token) =>
        {
            if (await signUps.FindAsync(happened.SignUpId, token).ConfigureAwait(false) is { } signUp && signUp.CanComplete())
            {
                var form = (await forms.FindAsync(signUp.FormId, token).ConfigureAwait(false))!;
                await customers.CompleteAsync(signUp, form.Key, form.Read(), now, token).ConfigureAwait(false);
            }
        },
        cancellationToken);

    // Sends the confirmation; the code of why none is sent.
    private async Task<string?> ObstacleAsync(SignUp signUp, SignUpFormDefinition definition, CancellationToken cancellationToken)
    {
        if (await signUps.AskedAsync(signUp.AddressHash, acts.Now - Duration.FromDays(1), cancellationToken).ConfigureAwait(false) >= options.ConfirmationsPerAddress)
        {
            return nameof(CrmErrorDescriber.MessageCeilingReached);
        }

        var address = EmailAddress.Parse(signUp.Email!);
        var asked = await permissions.MayMailAsync(address, Purposes.Transactional, cancellationToken: cancellationToken).ConfigureAwait(false);
        if (!asked.TryGetValue(out var decision) || !decision.MayContact)
        {
            return asked.Succeeded ? asked.Value.Reason!.Value.ToString() : asked.Errors[0].Code;
        }

        var texts = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            [SignUpTexts.Token] = tokens.Of(signUp.Id), [SignUpTexts.Title] = definition.TextIn(definition.Titles, signUp.Language),
        };
        var sent = await messages.SendAsync(new AddressMessage(signUp.Id.Value, definition.Template, address) { Language = signUp.Language, Texts = texts }, cancellationToken).ConfigureAwait(false);
        sent.WithoutValue().ThrowIfFailed();
        return sent.Value.IsSent ? null
            : sent.Value.IsFinal ? nameof(SendOutcome.Rejected)
            : throw new InvalidOperationException($"The confirmation was not sent: {sent.Value.Reason}");
    }

    private async Task InTransactionAsync(Func<Instant, CancellationToken, Task> work, CancellationToken cancellationToken) => (await unitOfWork.InTransactionAsync<bool>(
        async token =>
        {
            await work(acts.Now, token).ConfigureAwait(false);
            var saved = await unitOfWork.SaveAsync(token).ConfigureAwait(false);
            return saved.Succeeded ? true : CrmResult<bool>.Failed(saved.Errors);
        },
        cancellationToken).ConfigureAwait(false)).WithoutValue().ThrowIfFailed();
}
