using Crm.Domain.Interactions;
using Crm.Testing;

namespace Crm.Domain.Tests.Interactions.Mail.Replies;

/// <summary>The mails of the test data: <c>facts.tsv</c> says which of their lines the author wrote.</summary>
public class ReplyFactsTests
{
    [SkippableFact]
    public void Read_MailsOfTheTestData_GivesWhatTheAuthorWrote()
    {
        var folder = TestData.Require("interactions/replies");
        var facts = File.ReadAllLines(Path.Combine(ReplyLanguage.Folder, "facts.tsv")).Select(line => line.Split('\t')).ToDictionary(fact => fact[0], fact => fact[1], StringComparer.Ordinal);
        var mails = Directory.GetFiles(folder, "*.txt", SearchOption.AllDirectories);

        mails.Should().HaveCount(46);
        var wrong = new List<string>();
        foreach (var mail in mails)
        {
            var body = File.ReadAllText(mail);
            var lines = body.ReplaceLineEndings("\n").Split('\n');
            var visible = string.Join('\n', facts[Path.GetFileNameWithoutExtension(mail)].Split(' ').SelectMany(range => Lines(lines, range))).Trim();
            if (ReplyText.Read(body).Visible is var read && read != visible)
            {
                wrong.Add($"--- {mail}\n{read}");
            }
        }

        wrong.Should().BeEmpty("{0}", string.Join('\n', wrong));
    }

    private static IEnumerable<string> Lines(string[] lines, string range)
    {
        var ends = range.Split('-').Select(number => int.Parse(number, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        return lines.Skip(ends[0] - 1).Take(ends[^1] - ends[0] + 1);
    }
}
