using Crm.Persistence.Specification.Marketing;

namespace Crm.Persistence.PostgreSql.Tests.Marketing;

public sealed class SegmentRefreshTests(PostgreSqlFixture fixture) : SegmentRefreshSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
