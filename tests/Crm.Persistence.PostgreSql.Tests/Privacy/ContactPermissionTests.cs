using Crm.Persistence.Specification.Privacy;

namespace Crm.Persistence.PostgreSql.Tests.Privacy;

public sealed class ContactPermissionTests(PostgreSqlFixture fixture) : ContactPermissionSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
