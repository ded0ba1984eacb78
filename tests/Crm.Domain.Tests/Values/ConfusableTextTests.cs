using System.Text;
using System.Text.Json;
using Crm.Domain.Values;
using TestData = Crm.Testing.TestData;

namespace Crm.Domain.Tests.Values;

[Trait("Check", "XC-12")]
public class ConfusableTextTests
{
    [Theory]
    [InlineData("paypal", "раура1", true)]
    [InlineData("scope", "ѕсоре", true)]
    [InlineData("modern", "modem", true)]
    [InlineData("ΑΝΝΑ", "ANNA", true)]
    [InlineData("Anna", "An\u200Bna", true)]
    [InlineData("Anna", "Anna", true)]
    [InlineData("Anna", "Anja", false)]
    [InlineData("Müller", "Muller", false)]
    public void AreLookAlike_Texts_FollowsTheSkeleton(string one, string other, bool alike) => ConfusableText.AreLookAlike(one, other).Should().Be(alike);

    [SkippableFact]
    public void Skeleton_EveryConfusable_IsItsPrototype()
    {
        var confusables = JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(TestData.Require("text/confusables.json")))!;
        confusables.Should().HaveCountGreaterThan(6_000);

        // Invisible characters (the Hangul filler) are left out; the standard decomposes before it looks up, so that composed letters go by their parts.
        confusables.Where(c => c.Key.IsNormalized(NormalizationForm.FormD)
            && ConfusableText.Skeleton(c.Key) is { Length: > 0 } skeleton && skeleton != c.Value.Normalize(NormalizationForm.FormD)).Should().BeEmpty();
    }
}
