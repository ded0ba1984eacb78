using Crm.Analytics.Baskets;
using Crm.Analytics.Purchases;

namespace Crm.Analytics.Education;

/// <summary>
/// Finds what to teach existing customers: products that rules or a model expect of them and that they do not have, with the item to teach
/// about, for those who agreed to be told.
/// </summary>
public static class EducationCandidates
{
    /// <summary>Finds candidates.</summary>
    /// <param name="question">Who has what, rules, offers, lessons and consent.</param>
    /// <returns>The candidates, the same for the same question.</returns>
    /// <exception cref="ArgumentException">There are neither rules nor offers.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><see cref="EducationQuestion.PerCustomer"/> is below 1.</exception>
    public static EducationTable From(EducationQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        if (question.PerCustomer < 1) throw new ArgumentOutOfRangeException(nameof(question), question.PerCustomer, "At least one candidate is needed.");
        if (question.Rules is null && question.Offers is null) throw new ArgumentException("Rules or offers are needed.", nameof(question));

        var owned = question.Owned;
        var lessons = question.Lessons.GroupBy(lesson => lesson.Product).ToDictionary(group => group.Key, group => group.First().Item);
        var rules = Applicable(question.Rules, owned.Products);
        var (candidates, customers, withoutConsent, withoutLesson) = (new List<EducationCandidate>(), 0, 0, 0);
        for (var customer = 0; customer < owned.Customers.Count; customer++)
        {
            var all = Of(question, rules, customer);
            if (all.Count == 0) continue;
            var told = all.Select(one => one with { Item = lessons.GetValueOrDefault(one.Product) }).Where(one => question.IncludeWithoutLesson || one.Item is not null).Take(question.PerCustomer).ToList();
            if (told.Count == 0)
            {
                withoutLesson++;
            }
            else if (!question.MayBeTold.Contains(owned.Customers[customer]))
            {
                withoutConsent++;
            }
            else
            {
                customers++;
                var isControl = question.Control?.Contains(owned.Customers[customer]) == true;
                candidates.AddRange(told.Select(one => one with { IsControl = isControl }));
            }
        }

        return new EducationTable(candidates, customers, withoutConsent, withoutLesson);
    }

    // Rules by the first product of their first side, in the positions of what is owned; those with an unknown product never apply.
    private static Dictionary<int, List<(int[] First, int Second, AssociationRule Rule)>> Applicable(RuleTable? rules, PurchaseKeys products)
    {
        var byFirst = new Dictionary<int, List<(int[], int, AssociationRule)>>();
        if (rules is null) return byFirst;
        var places = rules.Items.Select(products.Find).ToArray();
        foreach (var rule in rules.Where(rule => rule.IsSignificant && !rule.IsRedundant && rule.Lift > 1))
        {
            int[] first = [.. rule.Antecedent.Select(item => places[item]).Order()];
            if (first.Length == 0 || first[0] < 0 || places[rule.Consequent] < 0) continue;
            if (!byFirst.TryGetValue(first[0], out var list)) byFirst.Add(first[0], list = []);
            list.Add((first, places[rule.Consequent], rule));
        }

        return byFirst;
    }

    private static List<EducationCandidate> Of(EducationQuestion question, Dictionary<int, List<(int[] First, int Second, AssociationRule Rule)>> rules, int customer)
    {
        var owned = question.Owned;
        var has = owned.Of(customer);
        var key = owned.Customers[customer];
        var found = new Dictionary<PurchaseKey, EducationCandidate>();
        foreach (var product in has)
        {
            foreach (var (first, second, rule) in rules.GetValueOrDefault(product) ?? [])
            {
                if (has.BinarySearch(second) >= 0 || !HasAll(has, first)) continue;
                var to = owned.Products[second];
                if (found.TryGetValue(to, out var known) && (known.Confidence > rule.Confidence || (known.Confidence == rule.Confidence && known.Lift >= rule.Lift))) continue;
                found[to] = new EducationCandidate(key, to, null, [.. first.Select(place => owned.Products[place])]) { Confidence = rule.Confidence, Lift = rule.Lift };
            }
        }

        if (question.Offers is { } offers && offers.Customers.Find(key) is >= 0 and var place)
        {
            foreach (var offer in offers[place])
            {
                if (owned.Products.Find(offer.Product) is >= 0 and var position && has.BinarySearch(position) >= 0) continue;
                found[offer.Product] = found.TryGetValue(offer.Product, out var known)
                    ? known with { Score = offer.Score }
                    : new EducationCandidate(key, offer.Product, null, [.. offer.Because.Select(reason => reason.Product)]) { Score = offer.Score };
            }
        }

        return [.. found.Values.OrderByDescending(one => one.Confidence ?? -1).ThenByDescending(one => one.Score ?? double.NegativeInfinity).ThenBy(one => one.Product)];
    }

    private static bool HasAll(ReadOnlySpan<int> has, int[] products)
    {
        foreach (var product in products)
        {
            if (has.BinarySearch(product) < 0) return false;
        }

        return true;
    }
}
