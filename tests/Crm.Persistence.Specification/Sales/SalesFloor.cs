using Crm.Domain.Customers;
using Crm.Domain.Sales;
using Crm.Domain.Values;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.Specification.Sales;

/// <summary>The doors of selling, and opportunities that many tests begin with.</summary>
internal static class SalesFloor
{
    public static Pipelines Pipelines<TContext>(this CrmWork<TContext> work)
        where TContext : DbContext, ICrmDbContext => work.Get<Pipelines>();

    public static SalesPipeline Deals<TContext>(this CrmWork<TContext> work)
        where TContext : DbContext, ICrmDbContext => work.Get<SalesPipeline>();

    public static PipelineBoard Board<TContext>(this CrmWork<TContext> work)
        where TContext : DbContext, ICrmDbContext => work.Get<PipelineBoard>();

    /// <summary>Makes and saves the standard pipeline.</summary>
    public static async Task<Pipeline> PipelineAsync<TContext>(this CrmWork<TContext> work, string? name = null)
        where TContext : DbContext, ICrmDbContext
    {
        var made = (await work.Pipelines().CreateAsync(name is null ? PipelineDefinition.Standard : PipelineDefinition.Standard with { Name = name })).Value;
        await work.SaveAsync();
        return made;
    }

    /// <summary>Opens and saves an opportunity.</summary>
    public static async Task<Opportunity> OpenDealAsync<TContext>(this CrmWork<TContext> work, CustomerId customer, decimal? amount = 1_000, string? stage = null, Currency? currency = null)
        where TContext : DbContext, ICrmDbContext
    {
        var opened = (await work.Deals().OpenAsync(new OpportunityDetails(customer, $"Deal of {amount}")
        {
            Amount = amount is { } worth ? new Money(worth, currency ?? Currency.Eur) : null, Stage = stage,
        })).Value;
        await work.SaveAsync();
        return opened;
    }
}
