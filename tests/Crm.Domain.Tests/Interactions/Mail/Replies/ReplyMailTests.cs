using Crm.Domain.Interactions;

namespace Crm.Domain.Tests.Interactions.Mail.Replies;

/// <summary>Mails with their peculiarities: <c>mails.txt</c> marks every line as visible or hidden.</summary>
public class ReplyMailTests
{
    private static readonly IReadOnlyList<(string Name, string[] Lines)> s_mails =
    [
        .. File.ReadAllText(Path.Combine(ReplyLanguage.Folder, "mails.txt")).Split("\n= ").Skip(1).Select(mail => mail.TrimEnd('\n').Split('\n')).Select(lines => (lines[0], lines[1..])),
    ];

    public static TheoryData<string> Names()
    {
        var names = new TheoryData<string>();
        foreach (var (name, _) in s_mails)
        {
            names.Add(name);
        }

        return names;
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Read_Mail_HidesWhatIsNotTheAuthors(string name)
    {
        var lines = s_mails.Single(mail => mail.Name == name).Lines;
        var body = string.Join('\n', lines.Select(line => line[1..]));

        var read = ReplyText.Read(body);

        read.Visible.Should().Be(string.Join('\n', lines.Where(line => line[0] == '+').Select(line => line[1..])).Trim());
        ReplyText.Read(body.Replace("\n", "\r\n", StringComparison.Ordinal)).Visible.Should().Be(read.Visible, "line ends do not count");
    }
}
