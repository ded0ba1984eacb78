using Crm.Domain.Customers;
using Crm.Domain.Sales;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Tests.Sales;

internal static class Deals
{
    public static readonly Instant Now = Instant.FromUtc(2026, 6, 1, 8, 0);

    public static LossReason Price { get; } = new("price", "Price");

    public static LossReason Other { get; } = new("other", "Other", NeedsText: true);

    public static Money Eur(decimal amount) => new(amount, Currency.Eur);

    public static Pipeline Standard(Instant? now = null) => new(PipelineId.New(now ?? Now), PipelineDefinition.Standard, now ?? Now);

    public static Opportunity Open(Pipeline pipeline, Instant? now = null, decimal? amount = 1_000, string? stage = null) => new(
        OpportunityId.New(now ?? Now),
        new OpportunityDetails(CustomerId.New(Now), "Kettles for all") { Amount = amount is { } worth ? Eur(worth) : null, OwnerId = "ada", Stage = stage },
        pipeline,
        now ?? Now);
}
