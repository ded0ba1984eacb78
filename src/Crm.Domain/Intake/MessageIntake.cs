using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Crm.Domain.Privacy;
using Crm.Domain.Service;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NodaTime;

namespace Crm.Domain.Intake;

/// <summary>
/// The mail room: takes messages of every channel, knows them again when they are delivered twice, finds out who sent them and which
/// case they belong to, and records them there.
/// </summary>
/// <remarks>
/// Scoped service. Unlike other front doors it saves, batch by batch, each in one transaction; a message is taken whole or not at all.
/// Use a scope of its own, since a save writes whatever the context holds.
/// </remarks>
[FrontDoor]
public sealed class MessageIntake
{
    private const int MostAttempts = 5;

    private readonly IntakeDesk _desk;
    private readonly IChannelCatalog _channels;
    private readonly ThreadReader _threads;
    private readonly MessageTokens _tokens;
    private readonly ICrmUnitOfWork _unitOfWork;
    private readonly CrmActs _acts;

    /// <summary>Takes what it needs.</summary>
    /// <param name="store">Remembers what was taken.</param>
    /// <param name="senders">Knows who sends.</param>
    /// <param name="contacts">Records contacts.</param>
    /// <param name="cases">Opens and continues cases.</param>
    /// <param name="suppressed">Addresses that must not be used again.</param>
    /// <param name="measures">Restrictions.</param>
    /// <param name="channels">The channels.</param>
    /// <param name="references">How cases are named.</param>
    /// <param name="tokens">What we signed.</param>
    /// <param name="unitOfWork">Saves.</param>
    /// <param name="options">The options of the CRM.</param>
    /// <param name="acts">Gate, clock and words.</param>
    public MessageIntake(
        IIntakeStore store,
        ISenderBook senders,
        IContactBook contacts,
        ICaseIntake cases,
        SuppressionList suppressed,
        IPrivacyMeasureStore measures,
        IChannelCatalog channels,
        ICaseReferences references,
        MessageTokens tokens,
        ICrmUnitOfWork unitOfWork,
        IOptions<CrmOptions> options,
        CrmActs acts)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(acts);
        _desk = new(store, senders, contacts, cases, suppressed, measures, options.Value.Intake, acts.Errors);
        (_channels, _tokens, _unitOfWork, _acts) = (channels, tokens, unitOfWork, acts);
        _threads = new(references, tokens, options.Value.Intake.SearchCaseReferenceIn);
    }

    /// <summary>Takes one message and saves.</summary>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Cancels the act; nothing is written then.</param>
    /// <returns>
    /// What became of it, or <c>ActNotAllowed</c>. A message that was not taken is an outcome, with one of <c>ChannelUnknown</c>, <c>HeaderBroken</c>,
    /// <c>MessageTooLarge</c>, <c>MessageIsOurs</c>, <c>MessageConcernsNobody</c>, <c>SenderMissing</c>, <c>SenderInvalid</c>, <c>SenderUnknown</c>,
    /// <c>SenderSuppressed</c>, <c>SenderAmbiguous</c>, <c>CustomerNotFound</c>, <c>InvalidValue</c>; <c>VersionConflict</c> or <c>AlreadyExists</c>
    /// where other writers overtook it again and again: deliver it again then.
    /// </returns>
    public async Task<CrmResult<IntakeResult>> TakeAsync(InboundMessage message, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        var taken = await TakeAllAsync([message], cancellationToken).ConfigureAwait(false);
        return taken.TryGetValue(out var results) ? results[0] : CrmResult<IntakeResult>.Failed(taken.Errors);
    }

    /// <summary>Takes many messages in order and saves, batch by batch. A message can continue what one before it began.</summary>
    /// <param name="messages">The messages.</param>
    /// <param name="cancellationToken">Stops the act; batches before stay.</param>
    /// <returns>What became of each, in order, or <c>ActNotAllowed</c>; the reasons of <see cref="TakeAsync"/>.</returns>
    public Task<CrmResult<IReadOnlyList<IntakeResult>>> TakeAllAsync(IReadOnlyList<InboundMessage> messages, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        return _acts.MakeAsync<IReadOnlyList<IntakeResult>>(
            "intake.take",
            async _ =>
            {
                var results = new List<IntakeResult>(messages.Count);
                foreach (var chunk in messages.Chunk(_desk.Options.BatchSize))
                {
                    results.AddRange(await TakeBatchAsync(chunk, cancellationToken).ConfigureAwait(false));
                }

                return results;
            },
            cancellationToken);
    }

    /// <summary>Forgets messages that were taken longer ago than <see cref="IntakeOptions.Memory"/>, and saves. Call it daily.</summary>
    /// <param name="cancellationToken">Stops the act; what is forgotten stays so.</param>
    /// <returns>How many messages were forgotten, or <c>ActNotAllowed</c>.</returns>
    public Task<CrmResult<int>> ForgetAsync(CancellationToken cancellationToken = default) => _acts.MakeAsync<int>(
        "intake.forget",
        async now => await _desk.Store.ForgetAsync(
            now - Duration.Max(_desk.Options.Memory, IntakeOptions.ShortestMemory), now - _desk.Options.Ceilings.Longest, cancellationToken).ConfigureAwait(false),
        cancellationToken);

    private async Task<IReadOnlyList<IntakeResult>> TakeBatchAsync(IReadOnlyList<InboundMessage> messages, CancellationToken cancellationToken)
    {
        var now = _acts.Now;
        var reader = new MessageReader(_desk.Options, _channels, _threads, _tokens, _desk.Errors, now);
        var read = messages.Select(m => (Message: m, Result: Read(reader, m))).ToList();
        var prepared = read.Where(r => r.Result.Succeeded).Select(r => r.Result.Value).ToList();
        var taken = new Queue<IntakeResult>(await TakePreparedAsync(prepared, now, cancellationToken).ConfigureAwait(false));
        return [.. read.Select(r => r.Result.Succeeded ? taken.Dequeue() : new(IntakeOutcome.Refused, r.Message.MessageId) { Error = r.Result.Errors[0] })];
    }

    private async Task<IReadOnlyList<IntakeResult>> TakePreparedAsync(IReadOnlyList<PreparedMessage> prepared, Instant now, CancellationToken cancellationToken)
    {
        if (prepared.Count == 0)
        {
            return [];
        }

        CrmResult<IReadOnlyList<IntakeResult>> taken;
        var attempt = 0;
        do
        {
            taken = await TryAsync(prepared, now, cancellationToken).ConfigureAwait(false);
        }
        while (!taken.Succeeded && taken.Errors[0].Code != nameof(CrmErrorDescriber.InvalidValue) && ++attempt < MostAttempts);
        if (taken.TryGetValue(out var results))
        {
            return results;
        }

        if (prepared.Count == 1)
        {
            return [new(IntakeOutcome.Refused, prepared[0].Original.MessageId) { Origin = prepared[0].Nature.Origin, IsAutomatic = prepared[0].Nature.IsAutomatic, Error = taken.Errors[0] }];
        }

        // What hinders one message must not hinder the others.
        var apart = new List<IntakeResult>(prepared.Count);
        foreach (var message in prepared)
        {
            apart.AddRange(await TakePreparedAsync([message], now, cancellationToken).ConfigureAwait(false));
        }

        return apart;
    }

    private Task<CrmResult<IReadOnlyList<IntakeResult>>> TryAsync(IReadOnlyList<PreparedMessage> prepared, Instant now, CancellationToken cancellationToken) =>
        _unitOfWork.InTransactionAsync(
            token => _acts.MakeOwnAsync<IReadOnlyList<IntakeResult>>(
                async _ =>
                {
                    var batch = new IntakeBatch(_desk, prepared, now);
                    await batch.LoadAsync(token).ConfigureAwait(false);
                    var sorter = new MessageSorter(_desk, batch, now);
                    var results = new List<IntakeResult>(prepared.Count);
                    foreach (var message in prepared)
                    {
                        results.Add(await sorter.SortAsync(message, token).ConfigureAwait(false));
                    }

                    await batch.WriteAsync(sorter.Refused, token).ConfigureAwait(false);
                    return results;
                },
                token),
            cancellationToken);

    private CrmResult<PreparedMessage> Read(MessageReader reader, InboundMessage message)
    {
        try
        {
            return reader.Read(message);
        }
        catch (ArgumentException unreadable)
        {
            return _desk.Errors.InvalidValue("message", unreadable.Message);
        }
    }
}
