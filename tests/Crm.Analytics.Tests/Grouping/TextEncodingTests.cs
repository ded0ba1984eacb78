using Crm.Analytics.Grouping;
using FsCheck;
using FsCheck.Fluent;

namespace Crm.Analytics.Tests.Grouping;

public sealed class TextEncodingTests
{
    private static readonly Arbitrary<string?[]> _texts =
        Gen.Elements(null, "", "a", "b", "ab", "\0", "a\0", "aaaa", "aaaab", "ä", "Z", "00004", "4", "customer-0001", "customer-0002").ArrayOf().ToArbitrary();

    [Fact]
    public void Encode_AnyTexts_PointsAtThem() =>
        Prop.ForAll(_texts, texts =>
        {
            var (keys, positions) = TextEncoding.Encode(texts, 2);
            keys.Should().BeInAscendingOrder(StringComparer.Ordinal).And.OnlyHaveUniqueItems();
            positions.Select(position => position < 0 ? null : keys[position])
                .Should().Equal(texts.Select(text => string.IsNullOrEmpty(text) ? null : text));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Intern_AnyTexts_EqualsEncode() =>
        Prop.ForAll(_texts, texts =>
        {
            var (expected, actual) = (TextEncoding.Encode(texts, 1), TextEncoding.Intern(texts));
            actual.Keys.Should().Equal(expected.Keys);
            actual.Positions.Should().Equal(expected.Positions);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Encode_ManyTexts_IsTheSameAtAnyDegree()
    {
        var texts = Enumerable.Range(0, 200_000).Select(i => $"K{i * 7919 % 30_011}").ToArray();
        var (one, many) = (TextEncoding.Encode(texts, 1), TextEncoding.Encode(texts, 4));

        one.Keys.Should().HaveCount(30_011);
        many.Keys.AsSpan().SequenceEqual(one.Keys).Should().BeTrue();
        many.Positions.AsSpan().SequenceEqual(one.Positions).Should().BeTrue();
    }
}
