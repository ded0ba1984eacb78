using Crm.Domain.Interactions;

namespace Crm.Domain.Tests.Interactions.Mail.Replies;

/// <summary>Answers as common mail programs write them, in seventeen languages.</summary>
public class ReplyLanguageTests
{
    public static TheoryData<string> Languages()
    {
        var names = new TheoryData<string>();
        foreach (var language in ReplyLanguage.All)
        {
            names.Add(language.Name);
        }

        return names;
    }

    [Fact]
    public void Languages_AreSeventeen() => ReplyLanguage.All.Should().HaveCount(17);

    [Theory]
    [MemberData(nameof(Languages))]
    public void Read_AnswerOfEveryMailProgram_KeepsTheAuthorsWordsAlone(string name)
    {
        var language = ReplyLanguage.All.Single(language => language.Name == name);
        var wrong = Mails(language)
            .Select(mail => (mail.Program, mail.Body, mail.Visible, Read: ReplyText.Read(mail.Body).Visible))
            .Where(mail => mail.Read != mail.Visible)
            .Select(mail => $"--- {mail.Program}\n{mail.Body}\n--- gave\n{mail.Read}\n")
            .ToList();

        wrong.Should().BeEmpty("these are wrong in {0}:\n{1}", name, string.Join('\n', wrong));
    }

    private static IEnumerable<(string Program, string Body, string Visible)> Mails(ReplyLanguage words)
    {
        const string Question = "Shall we come on Thursday?\nOr does another day suit better, from 8 to 12?";
        const string Marked = "> Shall we come on Thursday?\n>\n> Or does another day suit better, from 8 to 12?";
        var answer = $"{words["answer"]}\n\n{words["closing"]}\nMax Holm";

        foreach (var header in new[] { words["gmail"], words["apple"], words["thunderbird"] })
        {
            yield return ("answer above", $"{answer}\n\n{header}\n\n{Marked}\n", answer);
            yield return ("answer above, CRLF", $"{answer}\r\n\r\n{header}\r\n{Marked.Replace("\n", "\r\n", StringComparison.Ordinal)}\r\n", answer.Replace("\r\n", "\n", StringComparison.Ordinal));
            yield return ("answer below", $"{header}\n{Marked}\n\n{answer}\n-- \nHolm & Co\nTel. 555 0100\n", answer);
            yield return ("answer between", $"{header}\n\n> Shall we come on Thursday?\n\n{words["answer"]}\n\n> Or does another day suit better?\n\nOK\n\n> Ada", $"> Shall we come on Thursday?\n\n{words["answer"]}\n\n> Or does another day suit better?\n\nOK");
            yield return ("nothing but a quotation", $"{header}\n\n{Marked}", Marked);
            yield return ("header with the mark", $"{answer}\n\n{words["device"]}\n\n> {header}\n> \n{Marked}", answer);
        }

        var gmail = words["gmail"];
        var mail = gmail.IndexOf('<', StringComparison.Ordinal) is > 0 and var at ? at : gmail.LastIndexOf('(');
        yield return ("Gmail, wrapped", $"{answer}\n\n{gmail[..mail].TrimEnd()}\n{gmail[mail..]}\n\n{Marked}", answer);
        yield return ("Yahoo, no marks", $"{answer}\n\n    {gmail}  \n \n {Question}\n", answer);
        yield return ("iPhone", $"{answer}\n\n{words["device"]}\n\n{words["apple"]}\n\n{Marked}", answer);
        yield return ("Outlook", $"{answer}\n\n{words["original"]}\n{words.Block("{0}: {1}")}\n\n{Question}", answer);
        yield return ("Outlook, HTML as text", $"{answer}\n\n \n\n{words.Block("*{0}:* {1}")}\n\n \n\n{Question}", answer);
        yield return ("Outlook, block alone", $"{answer}\n\n{words.Block("{0}: {1}")}\n\n{Question}", answer);
        yield return ("Outlook on the web", $"{answer}\n\n________________________________\n{words.Block("{0}: {1}")}\n\n{Question}", answer);
        yield return ("Outlook for a telephone", $"{answer}\n\n{words["app"]}<https://aka.ms/x>\n________________________________\n{words.Block("{0}: {1}")}\n\n{Question}", answer);
        yield return ("Outlook, doubled lines", $"{answer}\n\n{words.Block("{0}: {1}\n")}\n\n{Question}", answer);
        yield return ("K-9", $"{answer}\n\n{gmail}\n{Marked}\n\n-- \n{words["k9"]}", answer);
        yield return ("K-9, no delimiter", $"{answer}\n{words["k9"]}\n\n{words["original"]}\n{words.Block("{0}: {1}")}\n\n{Question}", answer);
        yield return ("Lotus", $"{answer}\n\n\n\n{words.Block("{0}:\t{1}")}\n\n\n{Question}", answer);
        yield return ("only a forwarded mail", $"{words["forwarded"]}\n{words.Block("{0}: {1}")}\n\n{Question}", Question);
        yield return ("only a forwarded mail, Apple", $"{words["begin"]}\n\n{words.Block("{0}: {1}")}\n\n{Question}", Question);
        yield return ("forwarded with a word", $"{words["answer"]}\n\n{words["begin"]}\n\n{words.Block("> {0}: {1}")}\n>\n{Marked}", words["answer"]);
        yield return ("device line alone", $"{answer}\n\n{words["device"]}", answer);
        yield return ("app line alone", $"{answer}\n\n{words["app"]}", answer);
    }
}
