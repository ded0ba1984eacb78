using Crm.Persistence.Specification.Marketing;

namespace Crm.Persistence.PostgreSql.Tests.Marketing;

public sealed class SegmentTests(PostgreSqlFixture fixture) : SegmentSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
