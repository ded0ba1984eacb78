using Crm.Domain.Values;
using FsCheck;
using FsCheck.Fluent;

namespace Crm.Domain.Tests.Values;

[Trait("Check", "XC-12")]
public class ComparisonKeyTests
{
    [Theory]
    [InlineData("Müller", "muller")]
    [InlineData("STRAẞE", "strasse")]
    [InlineData("Łukasz Ørsted Æther", "lukasz orsted aether")]
    [InlineData("İstanbul", "istanbul")]
    [InlineData("ｆｕｌｌ ｗｉｄｔｈ", "full width")]
    [InlineData("ﬁne", "fine")]
    [InlineData("Аnna", "anna")]
    [InlineData("山田太郎", "山田太郎")]
    [InlineData("हिन्दी", "हिन्दी")]
    public void Of_Text_IsFoldedWithoutAccents(string text, string expected) => ComparisonKey.Of(text).Should().Be(expected);

    [Theory]
    [InlineData("ΝΊΚΟΣ", "νίκος")]
    [InlineData("РОМАШКА", "ромашка")]
    [InlineData("ВАСИЛИЙ", "Василий")]
    [InlineData("ÉCLAIR", "e\u0301clair")]
    [InlineData("مُحَمَّد", "محمد")]
    public void Of_OneWordInTwoForms_IsOne(string one, string other) => ComparisonKey.Of(one).Should().Be(ComparisonKey.Of(other));

    [Theory]
    [InlineData("O'Brien-Łukasz, J.", new[] { "o", "brien", "lukasz", "j" })]
    [InlineData("C-2024/17", new[] { "c", "2024", "17" })]
    [InlineData("!? 😀", new string[0])]
    public void Words_Text_AreWhatStandsBetweenPunctuation(string text, string[] words) => ComparisonKey.Words(text).Should().Equal(words);

    [Fact]
    public void Of_AnyText_ChangesNothingTheSecondTime() =>
        Prop.ForAll(Gen.Choose(0, 0xFFFF).Select(code => (char)code).ArrayOf().Select(units => new string(units)).ToArbitrary(), text =>
            ComparisonKey.Of(ComparisonKey.Of(text)) == ComparisonKey.Of(text)).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));
}
