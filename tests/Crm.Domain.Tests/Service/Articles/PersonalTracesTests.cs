using Crm.Domain.Service;

namespace Crm.Domain.Tests.Service.Articles;

/// <summary>What names or reaches a person in a text that is meant for others.</summary>
public class PersonalTracesTests
{
    private static readonly PersonalTraces s_traces = new(["Anna Rossi", "4711-A", null, " ", "Bo"]);

    [Theory]
    [InlineData("Dear Anna, thank you.", "Anna")]
    [InlineData("ANNA ROSSI'S kettle", "ANNA ROSSI")]
    [InlineData("Write to j.o'neil+shop@mail.example.co.uk now", "j.o'neil+shop@mail.example.co.uk")]
    [InlineData("Call +39 02 1234-5678.", "+39 02 1234-5678")]
    [InlineData("Call 02 1234 5678.", "02 1234 5678")]
    [InlineData("Serial 4711-a", "4711-a")]
    public void Text_ThatNamesOrReachesSomebody_IsFound(string text, string trace)
    {
        s_traces.In(text).Should().Equal(trace);
        s_traces.Without(text, "[…]").Should().Be(text.Replace(trace, "[…]", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Annals of Rossini")]
    [InlineData("Hold STOP for 5 seconds, then 10.")]
    [InlineData("Article 4006381333931 costs 1,299.00.")]
    [InlineData("Version 10.0.14 of 2026-11-28")]
    [InlineData("Both @ once")]
    [InlineData("")]
    public void Text_ThatNamesNobody_IsLeftAlone(string text)
    {
        s_traces.In(text).Should().BeEmpty();
        s_traces.Without(text, "[…]").Should().Be(text);
    }

    [Fact]
    public void LongText_IsReadInTime() => s_traces.In(string.Concat(Enumerable.Repeat("0 1 2 3 4 5 6 a.b.c.d.e@ ", 20_000))).Should().NotBeNull();
}
