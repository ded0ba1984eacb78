using Crm.Domain.Criteria;
using Crm.Domain.Service;
using Crm.Samples.Console.Input;

namespace Crm.Samples.Console.Service.Levels;

/// <summary>A policy in a JSON file: <c>name</c>, <c>condition</c>, <c>validFrom</c>, <c>validUntil</c>, <c>default</c>, <c>terms</c>.</summary>
internal sealed record PolicyFile(SlaPolicyDetails Details, SlaPolicyTerms Terms, bool IsDefault)
{
    private static readonly string[] s_members = ["name", "condition", "validFrom", "validUntil", "default", "terms"];

    public static PolicyFile Read(TextSource source)
    {
        var place = JsonPlace.Read(source);
        foreach (var (name, value) in place.Members.Where(m => !s_members.Contains(m.Name)))
        {
            throw value.Unusable($"{name}: {string.Join(", ", s_members)} was expected.");
        }

        return new PolicyFile(
            new SlaPolicyDetails(place["name"].Text)
            {
                Condition = place.Find("condition") is { } condition ? Criterion.Parse(condition.Element.GetRawText()).OrFail(source) : null,
                ValidFrom = place.Find("validFrom")?.At,
                ValidUntil = place.Find("validUntil")?.At,
            },
            SlaPolicyTerms.Parse(place["terms"].Element.GetRawText()).OrFail(source),
            place.Find("default")?.Flag ?? false);
    }
}
