using System.Collections.Frozen;
using System.Globalization;

namespace Crm.Domain.Values;

/// <summary>
/// Facts of the national numbering plans: regions (ISO 3166-1, AC, TA, XK, and 001 for what belongs to no country), country
/// code, trunk prefixes, and the lengths of national numbers by first digit (<c>9-10:1</c>: nine or ten digits after a
/// first 1; <c>7=310</c>: seven digits in the group 310, which then decides alone). Source: the metadata of libphonenumber
/// 9.0 (Apache-2.0), which follows ITU-T E.164 and its annexes; numbers of plans that changed after 2023 (Benin, Zimbabwe) stay readable.
/// The first region of a country code is its main one.
/// </summary>
internal static class NumberingPlanTable
{
    private const string Facts =
        "US/AG/AI/AS/BB/BM/BS/CA/DM/DO/GD/GU/JM/KN/KY/LC/MP/MS/PR/SX/TC/TT/VC/VG/VI 1 1 10:23456789,7/10=310; " +
        "RU/KZ 7 8 10:3479,10/14:8; EG 20 0 8-10:1,9:246,8:3,8-9:5,9-10:89; ZA 27 0 9:12345679,5-10:8; GR 30 - 10:25679,10-12:8; " +
        "NL 31 0 5-6/9:1,9:234567,7-10:8,7-11:9; BE 32 0 8:12356789,8-9:4; FR 33 0 9:123456789; ES 34 - 9:456789; " +
        "HU 36 06 8:1489,8-9:23567; IT/VA 39 - 6-12:0,9-11:1,9-12:3,10:457,6/8-10:8,9-10=39; RO 40 0 6/9:23,9:789; " +
        "CH 41 0 9:2345679,9/12:8; AT 43 0 4-13:1,7-13:2,6-13:3467,5-13:5,8-13:8,9-13:9; " +
        "GB/GG/IM/JE 44 0 9-10:1,10:23579,7/9-10:8; DK 45 - 8:23456789; SE 46 0 7-9:1348,6-9/12:2,8-9:5,7-9/12:6,9:7,7-10:9; " +
        "NO/SJ 47 - 5:0,8:23456789; PL 48 - 7/9:134579,6-7/9:2,6-9:6,7/9-10:8; DE 49 0 4-13:1,6-13:2579,5-13:3468; " +
        "PE 51 0 8:145678,9:9; MX 52 - 10:23456789; CU 53 0 7-8:27,6-8:34,8:56,10:8; AR 54 0 10:1236,10-11:8,11:9; " +
        "BR 55 0 10-11:1267,8/10-11:34,9-11:589; CL 56 - 11:1,9:2345789,9-11:6; CO 57 0 11:1,10:369,8:4; VE 58 0 10:245689; " +
        "MY 60 0 9-10:1,9:3,8:456789; AU/CC/CX 61 0 5-10/12:1,9:23478; ID 62 0 11-13:0,7/9-11:1,7-11:236,8-11:4579,8-12:8; " +
        "PH 63 0 11-13:1,6/9:2,9:34567,8-10:8,10:9; NZ 64 0 10:1,8-10:29,8:346,7/9-10:5,8-9:7,5-10:8; " +
        "SG 65 - 11:17,8:369,8/10:8; TH 66 0 13:0,8-10:1,8:23457,9:689; JP 81 0 8-13:0,9:134,9-10:256789; " +
        "KR 82 0 11-13:0,8-10:1,8-9:2,5-6/9-10:346,5-6/9-11:5,10:7,9:8; VN 84 0 7-10:1,10:2,9:3589,7-9:6,7/9:7; " +
        "CN 86 0 7-8/10-12:1,7-8/10/12:2,7-11:345789,7-10:6; TR 90 0 10:2359,7/10:4,10/12-13:8; IN 91 0 13:0,8-13:1,10:23456789; " +
        "PK 92 0 9:1,9-12:24567,10:3,8-12:89; AF 93 0 9:234567; LK 94 0 9:123456789; MM 95 0 6-8:1,6-9:2,7-9:4567,7-10:8,8-10:9; " +
        "IR 98 0 6-7/10:12345678,4-5/10:9; SS 211 0 9:19; MA/EH 212 0 9:5678; DZ 213 0 8:1234,9:56789; TN 216 - 8:2345789; " +
        "LY 218 0 9:23456789; GM 220 - 7:235679,7/9:48; SN 221 - 9:3789; MR 222 - 8:2348; ML 223 - 8:2456789; GN 224 - 8:3,9:67; " +
        "CI 225 - 10:02; BF 226 - 8:024567; NE 227 - 8:02789; TG 228 - 8:279; BJ 229 - 10:0,8:245689; MU 230 - 7:2346,8:57,7/10:8; " +
        "LR 231 0 8-9:2,9:378,7/9:45,7:6; SL 232 0 8:236789; GH 233 0 9:235,8-9:8; NG 234 0 10:29,10-12:78; TD 235 - 8:236789; " +
        "CF 236 - 8:2678; CM 237 - 9:26,8-9:8; CV 238 - 7:234589; ST 239 - 7:29; GQ 240 - 9:23589; GA 241 - 8:01,7:2345,7-8:67; " +
        "CG 242 - 9:028; CD 243 0 7/9:18,7-8:2,7:346,7/10:5,9:9; AO 244 - 9:29; GW 245 - 7/9:4,9:9; IO 246 - 7:3; " +
        "AC 247 - 6:01589,5:23467; SC 248 - 7:24689; SD 249 0 9:19; RW 250 0 8:0,9:2789; ET 251 0 9:12345789; " +
        "SO 252 0 6-8:1,7-8:2,6-7/9:34,7:5,8-9:679,6/9:8; DJ 253 - 8:27; KE 254 0 9:179,8-9:2,7-9:456,9-10:8; " +
        "TZ 255 0 9:2456789; UG 256 0 9:234789; BI 257 - 8:2367; MZ 258 - 8:2,9:8; ZM 260 0 9:256789; MG 261 0 9:23; " +
        "RE/YT 262 0 9:26789; ZW 263 0 7:1,9:23567,7/9-10:8; NA 264 0 8-9:68; MW 265 0 7/9:1,9:23789; LS 266 - 8:2568; " +
        "BW 267 - 10:08,7:234569,8:7; SZ 268 - 8:0237,9:9; KM 269 - 7:3478; SH/TA 290 - 5:2569,4:8; ER 291 0 7:178; " +
        "AW 297 - 7:256789; FO 298 - 6:23456789; GL 299 - 6:123456789; GI 350 - 8:256; PT 351 - 9:1236789; " +
        "LU 352 - 4-11:2345789,9:6; IE 353 0 8-10:1,7-9:2569,7-10:4,9:7,9-10:8; IS 354 - 9:3,7:456789; " +
        "AL 355 0 8:23457,9:6,6-8:8,6:9; MT 356 - 8:235789; CY 357 - 8:25789; FI/AX 358 0 5-10:12356,6-10:4,6-12:7,5-9:89; " +
        "BG 359 0 12:0,6-8:2,7-8:34567,7-9:89; LT 370 0/8 8:3456789; LV 371 - 8:26789; EE 372 - 7:369,7-8:457,7-8/10:8; " +
        "MD 373 0 8:2356789; AM 374 0 8:123456789; BY 375 80/8/0 9:1234,6-11:8,10:9; AD 376 - 6/8:1,6:35789,6/9:6; " +
        "MC 377 0 8:3489,9:67; SM 378 - 10:0,8:567; UA 380 0 9:34567,9-10:89; RS 381 0 7-12:123,8-10:6,6-12:78,6-10:9; " +
        "ME 382 0 8:2345679,8-9:8; XK 383 0 8-9:2,8-12:3,8:489; HR 385 0 8:17,8-9:23459,7-9:68; SI 386 0 8:1234567,5-8:8,6-8:9; " +
        "BA 387 0 8:345789,8-9:6; MK 389 0 8:234578; CZ 420 - 9:2345678,9-12:9; SK 421 0 6-7/9:2345,9:68,7/9:9; " +
        "LI 423 0 7:2379,9:6,7/9:8; FK 500 - 5:234567; BZ 501 - 11:0,7:2345678; GT 502 - 11:1,8:2345678; " +
        "SV 503 - 8:2567,7/11:89; HN 504 - 8:2379,8/11:8; NI 505 - 8:125678; CR 506 - 8:234567,8/10:8,10:9; " +
        "PA 507 - 11:0,7:1234579,8:6,7-8/10:8; PM 508 0 6:234569,6/9:78; HT 509 - 8:234589; GP/BL/MF 590 0 9:56789; " +
        "BO 591 0 8:234567,9:8; GY 592 - 7:23456789; EC 593 0 10-11:1,8:234567,9:9; GF 594 0 9:56789; " +
        "PY 595 0 8-9:25,6-9:3678,7-9:4,6-11:9; MQ 596 0 9:56789; SR 597 - 6:2345,7:6789; " +
        "UY 598 0 6-12:0,8:1,4-5/8:2,7-8:49,7:8; CW/BQ 599 - 7:3467,8:9; TL 670 - 7:23489,7-8:7; NF 672 - 6:13; " +
        "BN 673 - 7:234578; NR 674 - 7:2456789; PG 675 - 7:1234569,8:7,7-8:8; TO 676 - 7:09,5:234,5/7:5678; " +
        "SB 677 - 5:12345,5/7:6,7:789; VU 678 - 5:234,7:579,5/7:8; FJ 679 - 11:0,7:23456789; PW 680 - 7:23456789; " +
        "WF 681 - 6:479,6/9:8; CK 682 - 5:234578; NU 683 - 4:4567,7:8; WS 685 - 5:2345,5-6:6,7:7,6-7/10:8; " +
        "KI 686 0 5:2458,5/8:3,8:67; NC 687 - 6:02345789; TV 688 - 5:2,7:7,6:9; PF 689 - 6/8:4,8-9:8; TK 690 - 4-7:2347; " +
        "FM 691 - 7:389; MH 692 1 7:23456; KP 850 0 10:1,8:2345678; HK 852 - 8:234567,8-9:8,5-8/11:9; MO 853 - 7:0,8:268; " +
        "KH 855 0 8-10:1,8-9:23456789; LA 856 0 8/10:2,8-9:3,8:45678; BD 880 0 10:1,8-10:2,7-10:346,6-9:57,6-10:89; " +
        "TW 886 0 7-9:2,8-9:34568,8/10-11:7,9:9; MV 960 - 7:3467,10:8,7/10:9; LB 961 0 7:13456,8:2,7-8:789; " +
        "JO 962 0 8:235689,9:47; SY 963 0 8-9:1235,8:4,9:9; IQ 964 0 8:1,8-9:23456,10:7; KW 965 - 7:1,8:24569; " +
        "SA 966 0 9:159,10:8; YE 967 0 7-8:1,7:23456,7/9:7; OM 968 - 8:1279,7:5,8-9:8; PS 970 0 10:1,8:2489,9:5; " +
        "AE 971 0 8:23,8-9:4679,9:5,5-12:8; IL 972 0 7-8/10-12:1,8:23489,9:57; BH 973 - 8:136789; " +
        "QA 974 - 11:0,7:2,8:34567,7/9:8; BT 975 - 8:1,7:23456,7-8:78; MN 976 0 8-10:12,8:56789; " +
        "NP 977 0 8/11:1,8:2345678,8/10:9; TJ 992 - 9:0123456789; TM 993 8 8:1234567; AZ 994 0 9:123456789; GE 995 0 9:34578; " +
        "KG 996 0 9:235679,9-10:8; UZ 998 - 9:2356789; 001 800 - 8:0123456789; 001 808 - 8:123456789; 001 870 - 9:2356,9/12:7; " +
        "001 878 - 12:1; 001 881 - 9:0123789,9-10:6; 001 882 - 7-12:1,10/12:25,7/9-12:3,8/10:4,8:9; 001 883 - 8-12:12345; " +
        "001 888 - 11:0123456789; 001 979 - 9:1359";

    // Prefixes dialled before a country code where they are not 00 alone (001 stands for 001 to 009 where carriers share them).
    private const string InternationalPrefixes =
        "RU KZ BY TJ TM 810; AU CX CC 0011; JP 010; KR 001 002 005 006 008 00700; HK 001; SG 001 002 008; TH 001 007 008 009; " +
        "ID 001 007 008 009; KH 001 007; TW 002 005 006 007 009 019; MN 001; GY 001; CU 119; NG 009; KE 000; TZ 000 005 006; " +
        "UG 000 005 007; PW 011 012; IL 012 013 014; FI AX 990 994 999; CO 005 007 009";

    private static readonly FrozenDictionary<string, string[]> s_prefixes = Rows(InternationalPrefixes)
        .SelectMany(row => row.Where(IsRegion).Select(region => (region, row.Where(word => !IsRegion(word)).ToArray())))
        .ToFrozenDictionary(pair => pair.region, pair => pair.Item2, StringComparer.Ordinal);

    private static readonly NumberingPlan[] s_plans = [.. Rows(Facts).Select(Read)];

    /// <summary>The plan of each region that is a country or territory.</summary>
    public static readonly FrozenDictionary<string, NumberingPlan> ByRegion = s_plans
        .SelectMany(plan => plan.Regions.Where(IsRegion).Select(region => (region, plan)))
        .ToFrozenDictionary(pair => pair.region, pair => pair.plan, StringComparer.OrdinalIgnoreCase);

    /// <summary>The plan of each country code.</summary>
    public static readonly FrozenDictionary<int, NumberingPlan> ByCountryCode = s_plans.ToFrozenDictionary(plan => plan.CountryCode);

    private static NumberingPlan Read(string[] row)
    {
        var regions = row[0].Split('/');
        var code = int.Parse(row[1], CultureInfo.InvariantCulture);
        var trunks = row[2] == "-" ? [] : row[2].Split('/');
        var international = s_prefixes.GetValueOrDefault(regions[0], code == 1 ? ["011"] : ["00"]);
        return new(regions, code, trunks, international, NumberLength.ReadAll(row[3]));
    }

    private static IEnumerable<string[]> Rows(string facts) => facts.Split("; ").Select(row => row.Split(' '));

    private static bool IsRegion(string word) => char.IsAsciiLetter(word[0]);
}
