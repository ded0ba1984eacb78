using Crm.Persistence.Specification.Marketing;

namespace Crm.Persistence.PostgreSql.Tests.Marketing;

public sealed class SegmentIndexTests(PostgreSqlFixture fixture) : SegmentIndexSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
