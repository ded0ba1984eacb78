using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Crm.Domain.Automation;
using Crm.Domain.Criteria;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Marketing;

/// <summary>The world of a stored run: criteria are asked of the database, and what an action did is written before something asks about it.</summary>
internal sealed class JourneyWorld(
    JourneyRun run, Instant now, CustomerSegments customers, IRecipientZones zones, IJourneySending sending, IJourneyRunStore runs, Func<string, IRuleAction?> actionOf, ICrmUnitOfWork work, CrmErrorDescriber errors)
    : IJourneyWorld
{
    private const string EventName = "marketing.journey-step";

    private DateTimeZone? _zone;
    private bool _isChanged;

    public Instant Now => now;

    public async ValueTask<DateTimeZone> ZoneAsync(CancellationToken cancellationToken) => _zone ??= await zones.OfAsync(run.CustomerId, cancellationToken).ConfigureAwait(false);

    public async Task<bool> HoldsAsync(Criterion criterion, CancellationToken cancellationToken)
    {
        await WriteAsync(cancellationToken).ConfigureAwait(false);
        var asked = await customers.ExplainAsync(criterion, run.CustomerId, now, cancellationToken).ConfigureAwait(false);
        return asked.TryGetValue(out var answer) ? answer.IsMember : throw new CrmRuleException(asked.Errors);
    }

    public async Task<JourneyActed> ActAsync(JourneyActionStep step, CancellationToken cancellationToken)
    {
        await WriteAsync(cancellationToken).ConfigureAwait(false);
        _isChanged = true;
        var (name, values) = (step.Action.Do, new RuleValues(step.Action.Values));
        if (name == JourneyActionStep.Send)
        {
            return await sending.SendAsync(run, step.Key, values.Text("template") ?? string.Empty, cancellationToken).ConfigureAwait(false);
        }

        if (actionOf(name) is not { } action)
        {
            return new JourneyActed(false, errors.JourneyActionUnknown("$", name, string.Empty).Code);
        }

        var customer = run.CustomerId.ToSubject();
        var done = await action.RunAsync(new RuleActionRun(Happened(step.Key), run.JourneyKey, customer, customer, values, now), cancellationToken).ConfigureAwait(false);
        return done.TryGetValue(out var note) ? new JourneyActed(true, note) : new JourneyActed(false, done.Errors[0].Code);
    }

    public async Task<bool> ReactedAsync(JourneyDecisionStep step, Instant from, Instant until, CancellationToken cancellationToken) =>
        (await runs.SignalsAsync(run.Id, step.Key, cancellationToken).ConfigureAwait(false)).Any(at => at >= from && at <= until && at <= now);

    // The same id whenever the step is tried, so that receivers know it again.
    private HappenedEvent Happened(string step)
    {
        var id = new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{run.Id.Value:N}:{step}")).AsSpan(0, 16));
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("runId", run.Id.ToString());
            json.WriteString("journey", run.JourneyKey);
            json.WriteString("step", step);
            json.WriteString("customerId", run.CustomerId.ToString());
            json.WriteEndObject();
        }

        return new HappenedEvent(id, EventName, run.Id.Value, Encoding.UTF8.GetString(buffer.WrittenSpan), now, run.Chain);
    }

    private async Task WriteAsync(CancellationToken cancellationToken)
    {
        if (_isChanged)
        {
            // Ends a part of the open transaction, which is written by that.
            (await work.InTransactionAsync<int>(_ => Task.FromResult<CrmResult<int>>(0), cancellationToken).ConfigureAwait(false)).WithoutValue().ThrowIfFailed();
            _isChanged = false;
        }
    }
}
