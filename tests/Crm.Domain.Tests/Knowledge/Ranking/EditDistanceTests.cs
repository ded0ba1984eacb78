using Crm.Domain.Knowledge;

namespace Crm.Domain.Tests.Knowledge;

public class EditDistanceTests
{
    [Theory]
    [InlineData("kettle", "kettle", 0)]
    [InlineData("kettle", "ketle", 1)]
    [InlineData("kettle", "ketlte", 1)]
    [InlineData("kettle", "skettel", 2)]
    [InlineData("ca", "abc", 3)]
    [InlineData("ab", "", 2)]
    [InlineData("ångra", "angra", 1)]
    public void To_Word_CountsEdits(string first, string second, int edits) => Edits(first, second).Should().Be(edits);

    [Fact]
    public void To_RandomWords_AgreesWithTheTable()
    {
        var random = new Random(5);
        string Word() => string.Create(1 + random.Next(random.Next(10) == 0 ? 64 : 10), random, (letters, r) =>
        {
            foreach (ref var letter in letters)
            {
                letter = "abcäș"[r.Next(5)];
            }
        });

        for (var i = 0; i < 20_000; i++)
        {
            var (first, second) = (Word(), Word());
            Edits(first, second).Should().Be(Table(first, second), $"{first} to {second}");
        }
    }

    private static int Edits(string first, string second) => new EditDistance(first, new char[64], new ulong[64]).To(second);

    private static int Table(string first, string second)
    {
        var edits = new int[first.Length + 1, second.Length + 1];
        for (var i = 0; i <= first.Length; i++)
        {
            for (var j = 0; j <= second.Length; j++)
            {
                edits[i, j] = i == 0 || j == 0 ? i + j : Math.Min(
                    Math.Min(edits[i - 1, j], edits[i, j - 1]) + 1, edits[i - 1, j - 1] + (first[i - 1] == second[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && first[i - 1] == second[j - 2] && first[i - 2] == second[j - 1])
                {
                    edits[i, j] = Math.Min(edits[i, j], edits[i - 2, j - 2] + 1);
                }
            }
        }

        return edits[first.Length, second.Length];
    }
}
