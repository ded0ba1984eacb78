using Crm.Domain.Interactions;
using NodaTime;
using NodaTime.Text;

namespace Crm.Domain.Tests.Interactions;

/// <summary>The examples of RFC 5545, sections 3.8.5.3 and 3.3.10, as far as the parts that are known go; in New York at nine.</summary>
[Trait("Check", "IN-09")]
public class RecurrenceExampleTests
{
    private static readonly DateTimeZone s_newYork = DateTimeZoneProviders.Tzdb["America/New_York"];
    private static readonly LocalDatePattern s_day = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd");

    public static TheoryData<string, string, string> Examples => new()
    {
        { "19970902", "FREQ=DAILY;COUNT=10", "19970902 0903 0904 0905 0906 0907 0908 0909 0910 0911 ." },
        { "19970902", "FREQ=DAILY;INTERVAL=2", "19970902 0904 0906 0908 0910 0912 0914 0916 0918 0920 0922 0924 0926 0928 0930 1002 1004" },
        { "19970902", "FREQ=DAILY;INTERVAL=10;COUNT=5", "19970902 0912 0922 1002 1012 ." },
        { "19970902", "FREQ=WEEKLY;COUNT=10", "19970902 0909 0916 0923 0930 1007 1014 1021 1028 1104 ." },
        { "19970902", "FREQ=WEEKLY;UNTIL=19971224T000000Z", "19970902 0909 0916 0923 0930 1007 1014 1021 1028 1104 1111 1118 1125 1202 1209 1216 1223 ." },
        { "19970902", "FREQ=WEEKLY;INTERVAL=2;WKST=SU", "19970902 0916 0930 1014 1028 1111 1125 1209 1223 19980106 0120 0203 0217" },
        { "19970902", "FREQ=WEEKLY;UNTIL=19971007T000000Z;WKST=SU;BYDAY=TU,TH", "19970902 0904 0909 0911 0916 0918 0923 0925 0930 1002 ." },
        { "19970902", "FREQ=WEEKLY;COUNT=10;WKST=SU;BYDAY=TU,TH", "19970902 0904 0909 0911 0916 0918 0923 0925 0930 1002 ." },
        { "19970901", "FREQ=WEEKLY;INTERVAL=2;UNTIL=19971224T000000Z;WKST=SU;BYDAY=MO,WE,FR", "19970901 0903 0905 0915 0917 0919 0929 1001 1003 1013 1015 1017 1027 1029 1031 1110 1112 1114 1124 1126 1128 1208 1210 1212 1222 ." },
        { "19970902", "FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH", "19970902 0904 0916 0918 0930 1002 1014 1016 ." },
        { "19970905", "FREQ=MONTHLY;COUNT=10;BYDAY=1FR", "19970905 1003 1107 1205 19980102 0206 0306 0403 0501 0605 ." },
        { "19970905", "FREQ=MONTHLY;UNTIL=19971224T000000Z;BYDAY=1FR", "19970905 1003 1107 1205 ." },
        { "19970907", "FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU", "19970907 0928 1102 1130 19980104 0125 0301 0329 0503 0531 ." },
        { "19970922", "FREQ=MONTHLY;COUNT=6;BYDAY=-2MO", "19970922 1020 1117 1222 19980119 0216 ." },
        { "19970928", "FREQ=MONTHLY;BYMONTHDAY=-3", "19970928 1029 1128 1229 19980129 0226" },
        { "19970902", "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=2,15", "19970902 0915 1002 1015 1102 1115 1202 1215 19980102 0115 ." },
        { "19970930", "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1", "19970930 1001 1031 1101 1130 1201 1231 19980101 0131 0201 ." },
        { "19970910", "FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15", "19970910 0911 0912 0913 0914 0915 19990310 0311 0312 0313 ." },
        { "19970902", "FREQ=MONTHLY;INTERVAL=2;BYDAY=TU", "19970902 0909 0916 0923 0930 1104 1111 1118 1125 19980106 0113 0120 0127 0303 0310 0317 0324 0331" },
        { "19970610", "FREQ=YEARLY;COUNT=10;BYMONTH=6,7", "19970610 0710 19980610 0710 19990610 0710 20000610 0710 20010610 0710 ." },
        { "19970310", "FREQ=YEARLY;INTERVAL=2;COUNT=10;BYMONTH=1,2,3", "19970310 19990110 0210 0310 20010110 0210 0310 20030110 0210 0310 ." },
        { "19970519", "FREQ=YEARLY;BYDAY=20MO", "19970519 19980518 19990517" },
        { "19970313", "FREQ=YEARLY;BYMONTH=3;BYDAY=TH", "19970313 0320 0327 19980305 0312 0319 0326 19990304 0311 0318 0325" },
        { "19970605", "FREQ=YEARLY;BYDAY=TH;BYMONTH=6,7,8", "19970605 0612 0619 0626 0703 0710 0717 0724 0731 0807 0814 0821 0828 19980604 0611 0618 0625 0702" },
        { "19970913", "FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13", "19970913 1011 1108 1213 19980110 0207 0307 0411 0509 0613" },
        { "19961105", "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8", "19961105 20001107 20041102" },
        { "19970904", "FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3", "19970904 1007 1106 ." },
        { "19970929", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2", "19970929 1030 1127 1230 19980129 0226 0330" },
        { "19970805", "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO", "19970805 0810 0819 0824 ." },
        { "19970805", "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU", "19970805 0817 0819 0831 ." },
        { "20070115", "FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5", "20070115 0130 0215 0315 0330 ." },
    };

    [Theory]
    [MemberData(nameof(Examples))]
    public void Example_OfTheStandard_GivesItsDates(string start, string rule, string expected)
    {
        var (dates, ends) = Dates(expected);

        var found = RecurrenceRule.Parse(rule).Occurrences(Nine(start), s_newYork).Take(ends ? dates.Count + 5 : dates.Count).ToList();

        found.Select(t => t.Date).Should().Equal(dates);
        found.Should().OnlyContain(t => t.TimeOfDay == new LocalTime(9, 0));
    }

    [Fact]
    public void Example_DailyUntilChristmasEve_Ends113DaysLater()
    {
        var found = RecurrenceRule.Parse("FREQ=DAILY;UNTIL=19971224T000000Z").Occurrences(Nine("19970902"), s_newYork).ToList();

        found.Should().HaveCount(29 + 31 + 30 + 23);
        found[^1].Date.Should().Be(new LocalDate(1997, 12, 23));
    }

    [Theory]
    [InlineData("FREQ=YEARLY;UNTIL=20000131T140000Z;BYMONTH=1;BYDAY=SU,MO,TU,WE,TH,FR,SA")]
    [InlineData("FREQ=DAILY;UNTIL=20000131T140000Z;BYMONTH=1")]
    public void Example_EveryDayInJanuary_IsTheSameInBothNotations(string rule) => RecurrenceRule.Parse(rule).Occurrences(Nine("19980101"), s_newYork)
        .Select(t => t.Date).Should().Equal(Enumerable.Range(1998, 3).SelectMany(y => Enumerable.Range(1, 31).Select(d => new LocalDate(y, 1, d))));

    [Fact]
    public void Example_EveryFridayThe13th_LeavesTheStartOut()
    {
        var recurrence = new Recurrence(RecurrenceRule.Parse("FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13")) { Except = [Nine("19970902")] };
        var found = new List<LocalDate>();
        for (var after = Nine("19970901"); found.Count < 5; after = found[^1] + new LocalTime(9, 0))
        {
            found.Add(recurrence.NextAfter(Nine("19970902"), after, s_newYork)!.Value.Date);
        }

        found.Should().Equal(new(1998, 2, 13), new(1998, 3, 13), new(1998, 11, 13), new(1999, 8, 13), new(2000, 10, 13));
    }

    // "19970902 0904 ." are days of one year, a new year where one is written; the full stop says that no more follow.
    private static (List<LocalDate> Dates, bool Ends) Dates(string text)
    {
        var (dates, year) = (new List<LocalDate>(), "");
        foreach (var word in text.Split(' ').Where(w => w != "."))
        {
            year = word.Length == 8 ? word[..4] : year;
            dates.Add(s_day.Parse(word.Length == 8 ? word : year + word).Value);
        }

        return (dates, text.EndsWith('.'));
    }

    private static LocalDateTime Nine(string day) => s_day.Parse(day).Value + new LocalTime(9, 0);
}
