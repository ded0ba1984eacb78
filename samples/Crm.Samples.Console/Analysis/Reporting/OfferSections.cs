using Crm.Analytics.Baskets;

namespace Crm.Samples.Console.Analysis;

/// <summary>What is bought together, and what to offer next.</summary>
internal static class OfferSections
{
    private const int Shown = 10;

    public static string Together(ReportFigures figures)
    {
        var rules = figures.Rules.Where(rule => rule.IsSignificant && !rule.IsRedundant).OrderByDescending(rule => rule.Lift).ThenByDescending(rule => rule.Confidence).ThenBy(rule => Name(figures, rule), StringComparer.Ordinal)
            .DistinctBy(rule => string.Join(',', rule.Antecedent.Append(rule.Consequent).Order())).Take(Shown).ToList();
        if (rules.Count == 0)
        {
            return ReportPage.Section("What goes together", "No products are bought together often enough to tell from chance.", "", RulesSource(figures));
        }

        var chart = new Chart(0, rules.Count, 0, 1, Html.Percent, "Buy the other too");
        for (var i = 0; i < rules.Count; i++)
        {
            chart.Bar(i + 0.14, i + 0.48, rules[i].Confidence, "one", $"{Name(figures, rules[i])}: {Html.Percent(rules[i].Confidence)}")
                .Bar(i + 0.52, i + 0.86, rules[i].Confidence / rules[i].Lift, "two", $"{Product(figures, rules[i].Consequent)}: {Html.Percent(rules[i].Confidence / rules[i].Lift)} of all purchases")
                .Label(i + 0.5, $"{i + 1}");
        }

        return ReportPage.Section(
            "What goes together",
            $"Of those who buy {Names(figures, rules[0].Antecedent)}, {Html.Percent(rules[0].Confidence)} buy {Product(figures, rules[0].Consequent)} as well: {Html.Number(rules[0].Lift, "0.0")} times as many as among all purchases.",
            "<ul class='legend'><li><i class='one'></i>with the first</li><li><i class='two'></i>among all purchases</li></ul>"
            + ReportPage.Figure(chart.ToSvg("Share of purchases with the second product, with the first and among all"))
            + Html.Table("Rules", ["", "Who buys", "buys too", "Share", "Lift", "Purchases"], rules.Select((rule, i) => new object?[]
            {
                i + 1, Names(figures, rule.Antecedent), Product(figures, rule.Consequent), Html.Percent(rule.Confidence), Html.Number(rule.Lift, "0.0"), rule.Count,
            })),
            RulesSource(figures));
    }

    public static string Next(ReportFigures figures)
    {
        var table = figures.NextProducts;
        var best = Enumerable.Range(0, table.Customers.Count).Where(i => !table.Products(i).IsEmpty)
            .GroupBy(i => table.Products(i)[0]).Select(group => (Product: table.Model.Products[group.Key].ToString()!, Customers: group.Count()))
            .OrderByDescending(one => one.Customers).ThenBy(one => one.Product, StringComparer.Ordinal).Take(Shown).ToList();
        if (best.Count == 0)
        {
            return ReportPage.Section("What to offer next", "There are too few products, or customers own them all.", "", NextSource);
        }

        var chart = new Chart(0, best.Count, 0, best.Max(b => b.Customers), Html.Short, "Customers to whom it fits best");
        for (var i = 0; i < best.Count; i++)
        {
            chart.Bar(i + 0.14, i + 0.86, best[i].Customers, "one", $"{Html.Text(best[i].Product)}: {Html.Number(best[i].Customers)} customers").Label(i + 0.5, best[i].Product);
        }

        var customers = Listed(figures).Select(i => (Customer: i, Offer: table[i][0])).ToList();
        return ReportPage.Section(
            "What to offer next",
            $"{best[0].Product} is what fits best to {Html.Number(best[0].Customers)} customers who do not have it.",
            ReportPage.Figure(chart.ToSvg("Products by the number of customers to whom they fit best"))
            + Html.Figures("Best customers and their next product", ["Customer", "Offer", "Because of"], customers.Select(c => new object?[]
            {
                figures.Names.GetValueOrDefault(table.Customers[c.Customer].ToString()!, table.Customers[c.Customer].ToString()!), c.Offer.Product.ToString(), string.Join(", ", c.Offer.Because.Take(2).Select(b => b.Product.ToString())),
            })),
            NextSource);
    }

    /// <summary>The customers whose next product is listed: those who bought for the most.</summary>
    public static IEnumerable<int> Listed(ReportFigures figures) => figures.Profit.Concentration.Order.ToArray()
        .Select(place => figures.NextProducts.Customers.Find(figures.Profit.Customers[place])).Where(i => i >= 0 && !figures.NextProducts.Products(i).IsEmpty).Take(Shown);

    private const string NextSource = "Item-kNN over who bought what (cosine, 20 neighbours); products that a customer has are left out.";

    private static string RulesSource(ReportFigures figures) =>
        $"Products in at least {Html.Number(figures.Rules.MinimumCount)} purchases together; Fisher's test, corrected for all rules; rules that a simpler one says as well are left out.";

    private static string Name(ReportFigures figures, AssociationRule rule) => $"{Names(figures, rule.Antecedent)} and {Product(figures, rule.Consequent)}";

    private static string Names(ReportFigures figures, IReadOnlyList<int> items) => string.Join(" and ", items.Select(item => Product(figures, item)));

    private static string Product(ReportFigures figures, int item) => figures.Rules.Table.Items[item].ToString()!;
}
