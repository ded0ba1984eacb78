using Crm.Persistence.Specification.Service;

namespace Crm.Persistence.PostgreSql.Tests.Service;

public sealed class CaseMergingTests(PostgreSqlFixture fixture) : CaseMergingSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
