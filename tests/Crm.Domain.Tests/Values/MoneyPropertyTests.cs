using Crm.Domain.Values;
using FsCheck;
using FsCheck.Fluent;

namespace Crm.Domain.Tests.Values;

[Trait("Check", "XC-12")]
public class MoneyPropertyTests
{
    // Any currency, and counts from a handful to a tenth of the range, so that sums of three still fit.
    private static readonly Gen<Currency> s_currency = Gen.Elements(Currency.All.AsEnumerable());
    private static readonly Gen<long> s_units = Gen.OneOf(
        Gen.Choose(-100_000, 100_000).Select(n => (long)n),
        Gen.Choose(int.MinValue, int.MaxValue).SelectMany(_ => Gen.Choose(1, 200_000_000), (high, low) => (long)high * low));

    private static readonly Arbitrary<Money> s_money = s_units.SelectMany(_ => s_currency, Money.FromUnits).ToArbitrary();

    private static readonly Arbitrary<Money[]> s_three =
        s_currency.SelectMany(currency => s_units.Select(units => Money.FromUnits(units, currency)).ArrayOf(3)).ToArbitrary();

    [Fact]
    public void Units_OfAnyAmount_RoundTrip() =>
        Check(s_money, money => Money.FromUnits(money.Units, money.Currency) == money);

    [Fact]
    public void Text_OfAnyAmount_RoundTrips() => Check(s_money, money => Money.Parse(money.ToString()) == money);

    [Fact]
    public void Addition_IsAssociativeCommutativeAndUndoneBySubtraction() =>
        Check(s_three, m => m[0] + m[1] + m[2] == m[0] + (m[1] + m[2]) && m[0] + m[1] == m[1] + m[0] && m[0] + m[1] - m[1] == m[0]);

    [Fact]
    public void Order_AgreesWithTheSignOfTheDifference() =>
        Check(s_three, m => Math.Sign(m[0].CompareTo(m[1])) == Math.Sign((m[0] - m[1]).Amount) && m[0] < m[1] == m[1] > m[0]);

    [Fact]
    public void Round_OfAnyAmount_MovesAtMostHalfAMinorUnitAndOnlyOnce() =>
        Check(s_money, money => money.Round().Round() == money.Round()
            && (money.Round() - money).Abs().Amount <= 0.5m * (decimal)Math.Pow(10, -(money.Currency.MinorUnits ?? Money.MaxDecimals)));

    [Fact]
    public void AllocateEqually_PartsSumToTheWholeDifferByOneGrainAtMostAndAgreeWithEqualWeights() =>
        Check(s_money, Gen.Choose(1, 50).ToArbitrary(), (money, parts) =>
        {
            var shares = money.Allocate(parts);
            return shares.SequenceEqual(money.Allocate(Enumerable.Repeat(1m, parts).ToArray()))
                && shares.Count == parts && Sum(shares) == money && (shares.Max()! - shares.Min()!).Units <= 10_000;
        });

    [Fact]
    public void AllocateByWeights_PartsSumToTheWholeKeepTheSignAndFollowTheWeights() =>
        Check(s_money, Gen.Choose(0, 1_000_000).Select(n => n / 100m).NonEmptyListOf().Where(w => w.Any(r => r > 0)).ToArbitrary(), (money, weights) =>
        {
            var shares = money.Allocate([.. weights]);
            var grain = money.Round() == money ? (decimal)Math.Pow(10, -(money.Currency.MinorUnits ?? Money.MaxDecimals)) : 0.0001m;
            return Sum(shares) == money
                && shares.All(share => share.IsZero || share.IsNegative == money.IsNegative)
                && shares.Zip(weights).All(pair => Math.Abs((double)pair.First.Amount - ((double)money.Amount * (double)pair.Second / (double)weights.Sum()))
                    <= (double)grain + (Math.Abs((double)money.Amount) * 1e-12));
        });

    private static Money Sum(IEnumerable<Money> shares) => shares.Aggregate((left, right) => left + right);

    private static void Check<T>(Arbitrary<T> values, Func<T, bool> holds) => Prop.ForAll(values, holds).QuickCheckThrowOnFailure();

    private static void Check<T, TOther>(Arbitrary<T> values, Arbitrary<TOther> others, Func<T, TOther, bool> holds) =>
        Prop.ForAll(values, others, holds).QuickCheckThrowOnFailure();
}
