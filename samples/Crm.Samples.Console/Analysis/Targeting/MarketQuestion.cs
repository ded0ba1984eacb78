using Crm.Analytics.Targeting;

namespace Crm.Samples.Console.Analysis;

/// <summary>What is known of customers, and who is a target.</summary>
internal sealed record MarketQuestion(IReadOnlyList<MarketAttribute> Attributes, bool[] Targets, TargetMarketOptions Options)
{
    public TargetMarketTable Answer() => TargetMarket.Find(Attributes, Targets, Options);
}
