using Crm.Analytics.Baskets;

namespace Crm.Samples.Console.Analysis;

/// <summary>What is asked of baskets.</summary>
/// <param name="Support">The least count, or share of the baskets.</param>
/// <param name="IsShare">Whether the support is a share.</param>
/// <param name="Itemsets">The options but for the least count.</param>
/// <param name="Baskets">What a basket is.</param>
/// <param name="Confidence">The least confidence of a rule.</param>
/// <param name="CountOnly">Whether sets are counted alone.</param>
internal sealed record BasketQuestion(decimal Support, bool IsShare, ItemsetOptions Itemsets, BasketOptions Baskets, double Confidence, bool CountOnly);
