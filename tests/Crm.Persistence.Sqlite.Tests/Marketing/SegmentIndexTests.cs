using Crm.Persistence.Specification.Marketing;

namespace Crm.Persistence.Sqlite.Tests.Marketing;

public sealed class SegmentIndexTests(SqliteFixture fixture) : SegmentIndexSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
